"use client";

import { useState } from "react";
import { type FieldPath, get, type RegisterOptions, useFormContext, useFormState } from "react-hook-form";
import type { FieldErrors } from "@/lib/core/errors";
import { type OwnExercise, type OwnExerciseInput, ownExerciseSchema } from "@/lib/library/schemas";

export function useExerciseForm() {
  return useFormContext<OwnExerciseInput, unknown, OwnExercise>();
}

/** The message at a field; what is wrong with a list as a whole stands under `root`. */
export function useErrorAt(name: string): string | undefined {
  const { control } = useExerciseForm();
  const { errors } = useFormState({ control });
  const found: { message?: unknown; root?: { message?: unknown } } | undefined = get(errors, name);
  const message = found?.message ?? found?.root?.message;
  return typeof message === "string" ? message : undefined;
}

/** What a plain control is given; its first value is there before the page is awake. */
export function useExerciseField<N extends FieldPath<OwnExerciseInput>>(
  name: N,
  options?: RegisterOptions<OwnExerciseInput, N>,
) {
  const { register, getValues } = useExerciseForm();
  const [first] = useState<unknown>(() => getValues(name));
  const defaultValue = typeof first === "string" || typeof first === "number" ? first : undefined;
  return { ...register(name, options), defaultValue, error: useErrorAt(name) };
}

/** The first message at each place of what is typed, by dotted path. */
export function errorsIn(typed: OwnExerciseInput): FieldErrors {
  const parsed = ownExerciseSchema.safeParse(typed);
  const errors: FieldErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) errors[path.map(String).join(".")] ??= message;
  return errors;
}

const WORDS: Record<string, string> = {
  name: "Name",
  aliases: "Other names",
  purpose: "What it is for",
  regions: "Part of the body",
  "muscles.main": "Main muscles",
  "muscles.helping": "Helping muscles",
  equipment: "Equipment",
  level: "Level",
  position: "Position",
  start: "To start",
  steps: "Steps",
  cues: "Tips",
  mistakes: "Common mistakes",
  stopIf: "Stop if",
  easier: "Easier exercises",
  harder: "Harder exercises",
  "dose.sets": "Sets",
  "dose.repetitions": "Repetitions",
  "dose.holdSeconds": "Hold",
  "dose.restSeconds": "Rest",
  "dose.tempo": "Tempo",
  "dose.timesPerDay": "Times a day",
  "dose.weekdays": "Days",
  media: "Photos and films",
};

/** What the list of errors calls each place: "Steps, 2". */
export function labelsOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = Object.keys(WORDS).find((one) => name === one || name.startsWith(`${one}.`));
      if (!field) return [];
      const place = /^\.(\d+)/.exec(name.slice(field.length))?.[1];
      const word = WORDS[field] ?? "";
      return [[name, place === undefined ? word : `${word}, ${Number(place) + 1}`]];
    }),
  );
}
