"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { type OwnExercise, type OwnExerciseInput, ownExerciseSchema } from "@/lib/library/schemas";
import { ExerciseDoseFields } from "./exercise-dose-fields";
import { EXERCISE_WORDS } from "./exercise-fields";
import { DrawingChoice, HowSection, WhatSection, WhereSection } from "./exercise-sections";
import { FormSection } from "./form-section";
import { ItemForm } from "./item-form";
import type { ReviseAction, WriteAction } from "./library-actions";
import { type ExerciseOption, LinkedField } from "./linked-field";
import { MediaFields } from "./media-fields";
import type { UploadPhotoAction } from "./photo-field";
import { type ItemTarget, useItemSaving } from "./use-item-saving";

type Props = {
  target: ItemTarget;
  first: OwnExerciseInput;
  /** The drawing it begins with, small. */
  picture?: ReactNode;
  /** What it can be linked to. */
  exercises: readonly ExerciseOption[];
  write: WriteAction;
  revise: ReviseAction;
  upload: UploadPhotoAction;
};

/** An exercise of the clinic's own: everything the patient reads, and what it is found by. */
export function ExerciseForm({ target, first, picture, exercises, write, revise, upload }: Props) {
  const form = useForm<OwnExerciseInput, unknown, OwnExercise>({
    resolver: zodResolver(ownExerciseSchema),
    defaultValues: first,
    shouldFocusError: false,
  });
  const saving = useItemSaving({
    form,
    schema: ownExerciseSchema,
    target,
    add: (id, body) => write({ id, kind: "exercise", body }),
    change: (version, body) => revise({ ...version, kind: "exercise", body }),
  });
  return (
    <ItemForm form={form} target={target} saving={saving} words={EXERCISE_WORDS}>
      <WhatSection />
      <HowSection />
      <FormSection title="How much" lead="Where a plan begins. You change it there for each patient.">
        <ExerciseDoseFields />
      </FormSection>
      <WhereSection />
      <FormSection title="What comes before and after" lead="Exercises that ask for less, or more, of the same.">
        <div className="grid gap-5 sm:grid-cols-2">
          <LinkedField name="easier" label="Easier" exercises={exercises} />
          <LinkedField name="harder" label="Harder" exercises={exercises} />
        </div>
      </FormSection>
      <FormSection title="Pictures" lead="Your own photos, or a film you keep elsewhere. Only this clinic sees them.">
        {first.figure && picture ? <DrawingChoice figure={first.figure} picture={picture} /> : null}
        <MediaFields upload={upload} />
      </FormSection>
    </ItemForm>
  );
}
