"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import type { FieldErrors, Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { errorsIn } from "./item-fields";

/** A new item, or the newest version of one of the clinic's own as the page has it. */
export type ItemTarget = { itemId: string; version: number } | null;

type Problem = { kind: "refused" | "conflict"; message?: string; fieldErrors: FieldErrors };

const LOST = "We cannot reach the portal. Check your connection and try again. What you typed is still here.";

type Answer = Promise<Result<{ itemId: string }>>;

type Options<Typed extends FieldValues, Kept> = {
  form: UseFormReturn<Typed, unknown, Kept>;
  schema: z.ZodType;
  target: ItemTarget;
  add: (id: string, body: Typed) => Answer;
  change: (version: { itemId: string; baseVersion: number }, body: Typed) => Answer;
};

export type ItemSaving = {
  pending: boolean;
  problem: Problem | null;
  onSubmit: (event: FormEvent) => unknown;
  /** After a conflict: this text becomes the version after the newest one. */
  keepMine: () => Promise<void>;
};

/** Saves what is typed as a new item or as the next version. Whatever is answered, the form keeps the text. */
export function useItemSaving<Typed extends FieldValues, Kept>(options: Options<Typed, Kept>): ItemSaving {
  const { form, schema, target, add, change } = options;
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
      result = target ? await change({ itemId: target.itemId, baseVersion: base.current }, body) : await add(id, body);
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
      form.setError(name as FieldPath<Typed>, { type: "server", message });
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
      setProblem({ kind: "refused", fieldErrors: errorsIn(schema, form.getValues()) }),
    ),
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
