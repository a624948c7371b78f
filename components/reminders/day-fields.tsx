"use client";

import { useId } from "react";
import { FieldGroup } from "@/components/ui/field";

const DAYS = [
  { value: "1", label: "Monday" },
  { value: "2", label: "Tuesday" },
  { value: "3", label: "Wednesday" },
  { value: "4", label: "Thursday" },
  { value: "5", label: "Friday" },
  { value: "6", label: "Saturday" },
  { value: "7", label: "Sunday" },
] as const;

type Props = { days: readonly string[]; error: string | undefined; onChange: (days: string[]) => void };

/** The days of the week on which reminders may come. */
export function DayFields({ days, error, onChange }: Props) {
  const id = useId();
  return (
    <FieldGroup
      id={id}
      legend="On which days"
      hint="On a day with nothing to do, or when all is done, none comes."
      error={error}
    >
      <div className="flex flex-wrap gap-2">
        {DAYS.map(({ value, label }) => (
          <label key={value} className="slip flex min-h-11 items-center gap-2 px-3 py-1">
            <input
              type="checkbox"
              name="weekdays"
              checked={days.includes(value)}
              onChange={(event) =>
                onChange(
                  DAYS.map((day) => day.value).filter((day) =>
                    day === value ? event.target.checked : days.includes(day),
                  ),
                )
              }
              aria-invalid={error ? true : undefined}
              className="tick size-5"
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
