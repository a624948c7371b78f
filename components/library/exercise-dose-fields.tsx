"use client";

import { useController } from "react-hook-form";
import { CompactInput } from "@/components/plans/compact-field";
import { asNumberOrNull } from "@/components/plans/draft-form";
import { FieldError } from "@/components/ui/field-error";
import { useExerciseField, useExerciseForm } from "./exercise-fields";
import { useErrorAt } from "./item-fields";

const NUMBER = { type: "number", inputMode: "numeric", className: "w-24" } as const;
const ALWAYS = { valueAsNumber: true } as const;
const OR_NONE = { setValueAs: asNumberOrNull };
const asTempo = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

const DAYS = [
  ["Mo", "Monday"],
  ["Tu", "Tuesday"],
  ["We", "Wednesday"],
  ["Th", "Thursday"],
  ["Fr", "Friday"],
  ["Sa", "Saturday"],
  ["Su", "Sunday"],
] as const;

/** The dose the exercise begins with in a plan, where it is changed for each person. */
export function ExerciseDoseFields() {
  const sets = useExerciseField("dose.sets", ALWAYS);
  const repetitions = useExerciseField("dose.repetitions", OR_NONE);
  const hold = useExerciseField("dose.holdSeconds", OR_NONE);
  const rest = useExerciseField("dose.restSeconds", ALWAYS);
  const tempo = useExerciseField("dose.tempo", { setValueAs: asTempo });
  const times = useExerciseField("dose.timesPerDay", ALWAYS);
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-3">
        <CompactInput label="Sets" {...NUMBER} min={1} max={10} {...sets} />
        <CompactInput label="Repetitions" {...NUMBER} min={1} max={60} {...repetitions} />
        <CompactInput label="Hold, s" {...NUMBER} min={1} max={300} {...hold} />
        <CompactInput label="Rest, s" {...NUMBER} min={0} max={300} {...rest} />
        <CompactInput label="Tempo" type="text" placeholder="3-1-2" className="w-24" {...tempo} />
        <CompactInput label="Times a day" {...NUMBER} min={1} max={6} {...times} />
      </div>
      <Weekdays />
    </>
  );
}

function Weekdays() {
  const { control } = useExerciseForm();
  const { field } = useController({ control, name: "dose.weekdays" });
  const error = useErrorAt("dose.weekdays");
  const days: readonly number[] = field.value;
  const toggle = (day: number, on: boolean) =>
    field.onChange(on ? [...days, day].sort((a, b) => a - b) : days.filter((other) => other !== day));
  return (
    <fieldset aria-describedby={error ? "weekdays-error" : undefined} className="min-w-0">
      <legend className="mb-1 font-medium text-ink-soft text-sm">Days</legend>
      <div className="flex flex-wrap gap-1">
        {DAYS.map(([short, full], index) => (
          <label
            key={full}
            className="slip slip-solid grid h-10 min-w-10 place-items-center font-medium pointer-coarse:h-11"
          >
            <input
              type="checkbox"
              name="dose.weekdays"
              checked={days.includes(index + 1)}
              onChange={(event) => toggle(index + 1, event.target.checked)}
              onBlur={field.onBlur}
              aria-label={full}
              className="sr-only"
            />
            <span aria-hidden="true">{short}</span>
          </label>
        ))}
      </div>
      <FieldError id="weekdays-error">{error}</FieldError>
    </fieldset>
  );
}
