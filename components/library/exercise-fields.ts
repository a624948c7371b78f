"use client";

import { type FieldPath, type RegisterOptions, useFormContext } from "react-hook-form";
import type { OwnExercise, OwnExerciseInput } from "@/lib/library/schemas";
import { usePlainField } from "./item-fields";

export function useExerciseForm() {
  return useFormContext<OwnExerciseInput, unknown, OwnExercise>();
}

export function useExerciseField<N extends FieldPath<OwnExerciseInput>>(
  name: N,
  options?: RegisterOptions<OwnExerciseInput, N>,
) {
  return usePlainField<OwnExerciseInput, N>(name, options);
}

/** What the list of errors calls each field. */
export const EXERCISE_WORDS: Record<string, string> = {
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
