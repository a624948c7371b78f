"use client";

import { useController, useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { TextField } from "@/components/ui/text-field";
import { useExerciseField, useExerciseForm } from "./exercise-fields";
import { FormRow } from "./form-row";
import { useErrorAt } from "./item-fields";
import { PhotoField, type UploadPhotoAction } from "./photo-field";

const MOST = 6;

/** Photos the clinic puts in, and films it keeps elsewhere, each with who made it and its licence. */
export function MediaFields({ upload }: { upload: UploadPhotoAction }) {
  const { control, getValues } = useExerciseForm();
  const { fields, append, remove } = useFieldArray({ control, name: "media", keyName: "rowId" });
  const error = useErrorAt("media");
  return (
    <>
      {fields.length > 0 ? (
        <ul aria-label="Photos and films" className="grid gap-4">
          {fields.map((field, at) => (
            <li key={field.rowId}>
              {getValues(`media.${at}.kind`) === "photo" ? (
                <FormRow title={`Photo, ${at + 1} of ${fields.length}`} onRemove={() => remove(at)}>
                  <PhotoRow at={at} upload={upload} />
                </FormRow>
              ) : (
                <FormRow title={`Film, ${at + 1} of ${fields.length}`} onRemove={() => remove(at)}>
                  <FilmRow at={at} />
                </FormRow>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <FieldError id="media-error">{error}</FieldError>
      {fields.length < MOST ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            size="sm"
            icon="plus"
            name="media"
            onClick={() => append({ kind: "photo", mediaId: "", alt: "", credit: "", licence: "" })}
          >
            Add a photo
          </Button>
          <Button
            variant="secondary"
            size="sm"
            icon="plus"
            onClick={() => append({ kind: "video", url: "", title: "", credit: "", licence: "" })}
          >
            Add a link to a film
          </Button>
        </div>
      ) : null}
    </>
  );
}

function PhotoRow({ at, upload }: { at: number; upload: UploadPhotoAction }) {
  const { control } = useExerciseForm();
  const { field } = useController({ control, name: `media.${at}.mediaId` });
  const error = useErrorAt(`media.${at}.mediaId`);
  const alt = useExerciseField(`media.${at}.alt`);
  return (
    <>
      <PhotoField
        name={field.name}
        value={field.value || null}
        onChange={field.onChange}
        upload={upload}
        error={error}
      />
      <TextField label="What it shows" hint="For those who do not see it." {...alt} />
      <MadeBy at={at} />
    </>
  );
}

function FilmRow({ at }: { at: number }) {
  const url = useExerciseField(`media.${at}.url`);
  const title = useExerciseField(`media.${at}.title`);
  return (
    <>
      <TextField
        label="Address of the film"
        hint="The whole address, beginning with https://. The film stays where it is."
        type="url"
        inputMode="url"
        autoComplete="off"
        {...url}
      />
      <TextField label="Name of the film" autoComplete="off" {...title} />
      <MadeBy at={at} />
    </>
  );
}

function MadeBy({ at }: { at: number }) {
  const credit = useExerciseField(`media.${at}.credit`);
  const licence = useExerciseField(`media.${at}.licence`);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Who made it" autoComplete="off" {...credit} />
      <TextField label="Licence" hint="Such as “our own” or “CC BY 4.0”." autoComplete="off" {...licence} />
    </div>
  );
}
