"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import type { FieldErrors, Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { OwnExercise, OwnExerciseInput } from "@/lib/library/schemas";
import { errorsIn } from "./exercise-fields";
import type { ReviseAction, WriteAction } from "./library-actions";

/** A new exercise, or the newest version of one of the clinic's own as the page has it. */
export type ExerciseTarget = { itemId: string; version: number } | null;

type Problem = { kind: "refused" | "conflict"; message?: string; fieldErrors: FieldErrors };

const LOST = "We cannot reach the portal. Check your connection and try again. What you typed is still here.";

type Options = {
  form: UseFormReturn<OwnExerciseInput, unknown, OwnExercise>;
  target: ExerciseTarget;
  write: WriteAction;
  revise: ReviseAction;
};

/** Saves what is typed as a new exercise or as the next version. Whatever is answered, the form keeps the text. */
export function useExerciseSaving({ form, target, write, revise }: Options) {
  const router = useRouter();
  const [id] = useState(newId);
  /** The version this text was begun from. */
  const base = useRef(target?.version ?? 0);
  const [pending, setPending] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const attempt = async () => {
    const body = form.getValues();
    setPending(true);
    setProblem(null);
    let result: Result<{ itemId: string }> | null = null;
    try {
      result = target
        ? await revise({ itemId: target.itemId, baseVersion: base.current, body })
        : await write({ id, kind: "exercise", body });
    } catch (error) {
      unstable_rethrow(error);
    }
    if (result?.ok) {
      setSaved(true);
      router.push(`/library/${result.value.itemId}`);
      return;
    }
    setPending(false);
    const fieldErrors = placed(result?.fieldErrors ?? {});
    for (const [name, message] of Object.entries(fieldErrors)) {
      form.setError(name as FieldPath<OwnExerciseInput>, { type: "server", message });
    }
    setProblem({
      kind: result?.code === "conflict" ? "conflict" : "refused",
      message: Object.keys(fieldErrors).length > 0 ? undefined : (result?.message ?? LOST),
      fieldErrors,
    });
    // The page learns which version is the newest now; what is typed stays.
    if (result?.code === "conflict") router.refresh();
  };

  const { isDirty } = form.formState;
  useEffect(() => {
    if (!isDirty || isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty, isSaved]);

  return {
    pending,
    problem,
    onSubmit: form.handleSubmit(attempt, () =>
      setProblem({ kind: "refused", fieldErrors: errorsIn(form.getValues()) }),
    ),
    /** After a conflict: this text becomes the version after the newest one. */
    async keepMine() {
      base.current = target?.version ?? 0;
      await attempt();
    },
  };
}

/** The command's input holds the text under `body`; the form is the text itself. */
function placed(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([name, message]) => [name.replace(/^body\./, ""), message]));
}
