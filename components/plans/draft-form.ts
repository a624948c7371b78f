"use client";

import { useState } from "react";
import { type FieldPath, get, type RegisterOptions, useFormContext, useFormState } from "react-hook-form";
import type { DraftBody, DraftInput } from "@/lib/plans/schemas";

/** The path of an item in the form. */
export type ItemPath = `phases.${number}.items.${number}`;

export function useDraftForm() {
  return useFormContext<DraftInput, unknown, DraftBody>();
}

/** The message at a field of the draft; what is wrong with a list as a whole stands under `root`. */
export function useErrorAt(name: string): string | undefined {
  const { control } = useDraftForm();
  const { errors } = useFormState({ control });
  const found: { message?: unknown; root?: { message?: unknown } } | undefined = get(errors, name);
  const message = found?.message ?? found?.root?.message;
  return typeof message === "string" ? message : undefined;
}

/** What a plain control of the draft is given; its first value is there before the page is awake. */
export function useDraftField<N extends FieldPath<DraftInput>>(name: N, options?: RegisterOptions<DraftInput, N>) {
  const { register, getValues } = useDraftForm();
  const [first] = useState<unknown>(() => getValues(name));
  const defaultValue = typeof first === "string" || typeof first === "number" ? first : undefined;
  return { ...register(name, options), defaultValue, error: useErrorAt(name) };
}

/** An emptied number field means "none". */
export const asNumberOrNull = (value: unknown): number | null =>
  value === "" || value === null || value === undefined ? null : Number(value);
