"use client";

import { FieldError } from "@/components/ui/field-error";
import type { Schedule } from "@/lib/plans/schemas";
import { WEEKDAYS, type Weekday } from "@/lib/plans/vocabulary";
import { useErrorAt } from "./draft-form";

const DAYS: Record<Weekday, { short: string; full: string }> = {
  1: { short: "Mo", full: "Monday" },
  2: { short: "Tu", full: "Tuesday" },
  3: { short: "We", full: "Wednesday" },
  4: { short: "Th", full: "Thursday" },
  5: { short: "Fr", full: "Friday" },
  6: { short: "Sa", full: "Saturday" },
  7: { short: "Su", full: "Sunday" },
};

type Weekly = Extract<Schedule, { kind: "weekly" }>;

/** The days of the week something falls due on. */
export function WeekdayFields(props: { name: string; schedule: Weekly; onChange: (schedule: Weekly) => void }) {
  const { name, schedule, onChange } = props;
  const error = useErrorAt(`${name}.weekdays`);
  const errorId = `${name}-weekdays-error`;
  const toggle = (day: Weekday, on: boolean) => {
    const others = schedule.weekdays.filter((other) => other !== day);
    onChange({ ...schedule, weekdays: on ? [...others, day].sort((a, b) => a - b) : others });
  };
  return (
    <fieldset className="w-full min-w-0 sm:w-auto" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 font-medium text-ink-soft text-sm">Days</legend>
      <div className="grid grid-cols-7 gap-1 sm:flex">
        {WEEKDAYS.map((day) => (
          <label
            key={day}
            className="slip slip-solid grid h-10 min-w-9 place-items-center font-medium sm:w-10 pointer-coarse:h-11"
          >
            <input
              type="checkbox"
              name={`${name}.weekdays`}
              checked={schedule.weekdays.includes(day)}
              onChange={(event) => toggle(day, event.target.checked)}
              aria-label={DAYS[day].full}
              className="sr-only"
            />
            <span aria-hidden="true">{DAYS[day].short}</span>
          </label>
        ))}
      </div>
      <FieldError id={errorId}>{error}</FieldError>
    </fieldset>
  );
}
