"use client";

import { Controller } from "react-hook-form";
import { FieldError } from "@/components/ui/field-error";
import type { Schedule } from "@/lib/plans/schemas";
import { WEEKDAYS, type Weekday } from "@/lib/plans/vocabulary";
import { CompactInput, CompactSelect } from "./compact-field";
import { type ItemPath, useDraftForm, useErrorAt } from "./draft-form";

const KINDS = [
  { value: "weekly", label: "On days of the week" },
  { value: "once", label: "Once" },
  { value: "every-weeks", label: "Every few weeks" },
];

const STARTS: Record<string, Schedule> = {
  weekly: { kind: "weekly", weekdays: [1, 3, 5], timesPerDay: 1 },
  once: { kind: "once", day: 1 },
  "every-weeks": { kind: "every-weeks", weeks: 4 },
};

const DAYS: Record<Weekday, { short: string; full: string }> = {
  1: { short: "Mo", full: "Monday" },
  2: { short: "Tu", full: "Tuesday" },
  3: { short: "We", full: "Wednesday" },
  4: { short: "Th", full: "Thursday" },
  5: { short: "Fr", full: "Friday" },
  6: { short: "Sa", full: "Saturday" },
  7: { short: "Su", full: "Sunday" },
};

type Part<K extends Schedule["kind"]> = {
  name: string;
  schedule: Extract<Schedule, { kind: K }>;
  onChange: (schedule: Schedule) => void;
};

/** When an item falls due: on weekdays, once, or every few weeks. The schedule is one value, so that nothing of another kind stays behind. */
export function ScheduleFields({ path }: { path: ItemPath }) {
  const { control } = useDraftForm();
  return (
    <Controller
      control={control}
      name={`${path}.schedule`}
      render={({ field }) => {
        const { name, value: schedule, onChange } = field;
        return (
          <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
            <CompactSelect
              label="When"
              name={`${name}.kind`}
              className="w-[12.5rem]"
              options={KINDS}
              value={schedule.kind}
              onChange={(event) => onChange(STARTS[event.target.value])}
            />
            {schedule.kind === "weekly" ? <WeeklyFields name={name} schedule={schedule} onChange={onChange} /> : null}
            {schedule.kind === "once" ? (
              <CountField
                label="On day"
                name={`${name}.day`}
                value={schedule.day}
                max={730}
                onCount={(day) => onChange({ ...schedule, day })}
              />
            ) : null}
            {schedule.kind === "every-weeks" ? (
              <CountField
                label="Weeks apart"
                name={`${name}.weeks`}
                value={schedule.weeks}
                max={52}
                onCount={(weeks) => onChange({ ...schedule, weeks })}
              />
            ) : null}
          </div>
        );
      }}
    />
  );
}

function WeeklyFields({ name, schedule, onChange }: Part<"weekly">) {
  const error = useErrorAt(`${name}.weekdays`);
  const errorId = `${name}-weekdays-error`;
  const toggle = (day: Weekday, on: boolean) => {
    const others = schedule.weekdays.filter((other) => other !== day);
    onChange({ ...schedule, weekdays: on ? [...others, day].sort((a, b) => a - b) : others });
  };
  return (
    <>
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
      <CountField
        label="Times a day"
        name={`${name}.timesPerDay`}
        value={schedule.timesPerDay}
        max={12}
        onCount={(timesPerDay) => onChange({ ...schedule, timesPerDay })}
      />
    </>
  );
}

function CountField(props: {
  label: string;
  name: string;
  value: number;
  max: number;
  onCount: (count: number) => void;
}) {
  const { label, name, value, max, onCount } = props;
  const error = useErrorAt(name);
  return (
    <CompactInput
      label={label}
      name={name}
      type="number"
      inputMode="numeric"
      min={1}
      max={max}
      className="w-[5.5rem]"
      error={error}
      value={Number.isNaN(value) ? "" : value}
      onChange={(event) => onCount(event.target.valueAsNumber)}
    />
  );
}
