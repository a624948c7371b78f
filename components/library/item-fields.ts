"use client";

import { useState } from "react";
import {
  type FieldPath,
  type FieldValues,
  get,
  type RegisterOptions,
  useFormContext,
  useFormState,
} from "react-hook-form";
import type { z } from "zod";
import type { FieldErrors } from "@/lib/core/errors";

/** The message at a field of the form around; what is wrong with a list as a whole stands under `root`. */
export function useErrorAt(name: string): string | undefined {
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const found: { message?: unknown; root?: { message?: unknown } } | undefined = get(errors, name);
  const message = found?.message ?? found?.root?.message;
  return typeof message === "string" ? message : undefined;
}

/** What a plain control is given; its first value is there before the page is awake. */
export function usePlainField<Typed extends FieldValues, N extends FieldPath<Typed>>(
  name: N,
  options?: RegisterOptions<Typed, N>,
) {
  const { register, getValues } = useFormContext<Typed>();
  const [first] = useState<unknown>(() => getValues(name));
  const defaultValue = typeof first === "string" || typeof first === "number" ? first : undefined;
  return { ...register(name, options), defaultValue, error: useErrorAt(name) };
}

/** The first message at each place of what is typed, by dotted path. */
export function errorsIn(schema: z.ZodType, typed: unknown): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of schema.safeParse(typed).error?.issues ?? []) {
    errors[path.map(String).join(".")] ??= message;
  }
  return errors;
}

/** What the list of errors calls each place, by what its field is called: "Steps, 2". */
export function labelsOf(words: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = Object.keys(words).find((one) => name === one || name.startsWith(`${one}.`));
      if (!field) return [];
      const place = /^\.(\d+)/.exec(name.slice(field.length))?.[1];
      const word = words[field] ?? "";
      return [[name, place === undefined ? word : `${word}, ${Number(place) + 1}`]];
    }),
  );
}
