"use client";

import type { ReactNode } from "react";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { useIsReady } from "@/components/access/use-acting";
import { ConflictNotice } from "@/components/plans/conflict-notice";
import { ButtonLink } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { labelsOf } from "./item-fields";
import type { ItemSaving, ItemTarget } from "./use-item-saving";

type Props<Typed extends FieldValues, Kept> = {
  form: UseFormReturn<Typed, unknown, Kept>;
  target: ItemTarget;
  saving: ItemSaving;
  /** What the list of errors calls each field. */
  words: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** The frame of a form for an item of the clinic's own: what is wrong above, the parts, and saving always in reach below. */
export function ItemForm<Typed extends FieldValues, Kept>(props: Props<Typed, Kept>) {
  const { form, target, saving, words, children } = props;
  const { pending, problem, onSubmit, keepMine } = saving;
  const isReady = useIsReady();
  const back = target ? `/library/${target.itemId}` : "/library";
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-4xl gap-8">
        {problem?.kind === "refused" ? (
          <FormErrorSummary
            message={problem.message}
            fieldErrors={problem.fieldErrors}
            labels={labelsOf(words, Object.keys(problem.fieldErrors))}
          />
        ) : null}
        {children}
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
