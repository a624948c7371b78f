"use client";

import { useId } from "react";
import { useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { fieldIds } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { PHOTO_TYPES } from "@/lib/library/photo-kind";
import { ClinicPhoto } from "./clinic-photo";
import { type UploadPhotoAction, useUploading } from "./use-uploading";

export type { UploadPhotoAction } from "./use-uploading";

type Props = {
  name: string;
  /** The photo that is in; null when there is none. */
  value: string | null;
  onChange: (mediaId: string) => void;
  upload: UploadPhotoAction;
  /** What the form says of it. */
  error?: string;
};

const HINT = "A JPEG, PNG or WebP of up to 10 MB. The place and time the camera wrote into it are taken out.";

/** One photo of the clinic's own: chosen from the device, put in at once, and shown as it is kept. */
export function PhotoField({ name, value, onChange, upload, error }: Props) {
  const id = useId();
  const isReady = useIsReady();
  const { pending, problem, canTryAgain, choose, tryAgain } = useUploading(upload, onChange);
  const wrong = problem ?? (value ? undefined : error);
  const { hintId, errorId, describedBy } = fieldIds(id, { hint: HINT, error: wrong });
  return (
    <div className="grid gap-1.5">
      {value ? (
        <ClinicPhoto
          key={value}
          mediaId={value}
          alt="The photo, as it is kept"
          className="max-h-64 max-w-full mb-2 justify-self-start rounded-md bg-sunken object-contain"
        />
      ) : null}
      <label htmlFor={id} className="font-semibold">
        {value ? "Another photo in its place" : "Photo"}
      </label>
      <p id={hintId} className="text-ink-soft text-sm">
        {HINT}
      </p>
      <input
        id={id}
        name={name}
        type="file"
        accept={PHOTO_TYPES.join(",")}
        disabled={!isReady}
        aria-busy={pending || undefined}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy}
        className="control file:me-3 file:rounded-sm file:border-0 file:bg-teal-wash file:px-3 file:py-1.5 file:font-semibold file:text-teal-ink"
        onClick={(event) => {
          if (pending) event.preventDefault();
          // The same file may be chosen again, after it was put right.
          else event.currentTarget.value = "";
        }}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void choose(file);
        }}
      />
      <FieldError id={errorId}>{wrong}</FieldError>
      <div role="status" className="text-ink-soft text-sm empty:hidden">
        {pending ? "Putting the photo in…" : value ? "The photo is in." : null}
      </div>
      {canTryAgain ? (
        <Button variant="secondary" size="sm" className="justify-self-start" onClick={() => void tryAgain()}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
