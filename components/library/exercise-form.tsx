"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useIsReady } from "@/components/access/use-acting";
import { ConflictNotice } from "@/components/plans/conflict-notice";
import { ButtonLink } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { type OwnExercise, type OwnExerciseInput, ownExerciseSchema } from "@/lib/library/schemas";
import { ExerciseDoseFields } from "./exercise-dose-fields";
import { labelsOf } from "./exercise-fields";
import { DrawingChoice, HowSection, WhatSection, WhereSection } from "./exercise-sections";
import { FormSection } from "./form-section";
import type { ReviseAction, WriteAction } from "./library-actions";
import { type ExerciseOption, LinkedField } from "./linked-field";
import { MediaFields } from "./media-fields";
import type { UploadPhotoAction } from "./photo-field";
import { type ExerciseTarget, useExerciseSaving } from "./use-exercise-saving";

type Props = {
  target: ExerciseTarget;
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
  const isReady = useIsReady();
  const { pending, problem, onSubmit, keepMine } = useExerciseSaving({ form, target, write, revise });
  const back = target ? `/library/${target.itemId}` : "/library";
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-4xl gap-8">
        {problem?.kind === "refused" ? (
          <FormErrorSummary
            message={problem.message}
            fieldErrors={problem.fieldErrors}
            labels={labelsOf(Object.keys(problem.fieldErrors))}
          />
        ) : null}
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
        <div className="sticky bottom-0 z-10 -mx-2 grid gap-3 border-rule border-t bg-paper px-2 py-3">
          {problem?.kind === "conflict" ? (
            <ConflictNotice message={problem.message ?? ""} href={`${back}/edit`} onKeepMine={keepMine} />
          ) : null}
          <div className="flex flex-wrap gap-2">
            <SubmitButton disabled={!isReady} pending={pending} pendingLabel="Saving…">
              {target ? "Save as a new version" : "Add to the library"}
            </SubmitButton>
            <ButtonLink href={back} variant="quiet">
              Cancel
            </ButtonLink>
          </div>
        </div>
      </form>
    </FormProvider>
  );
}
