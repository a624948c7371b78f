"use client";

import { useState } from "react";
import { Controller } from "react-hook-form";
import type { Schedule } from "@/lib/plans/schemas";
import type { ItemKind } from "@/lib/plans/vocabulary";
import { AT_END_WINDOW_DAYS } from "@/lib/plans/window";
import { CompactSelect } from "./compact-field";
import { CountField, CountOrNoneField } from "./count-field";
import { type ItemPath, useDraftForm, useErrorAt } from "./draft-form";
import { choicesFor, firstSchedule, hasWindow, type ScheduleChoice } from "./schedule-choices";
import { WeekdayFields } from "./weekday-fields";

type Fields = { name: string; schedule: Schedule; onChange: (schedule: Schedule) => void };

/** When an item falls due. The schedule is one value, so that nothing of another kind stays behind. */
export function ScheduleFields({ path, kind }: { path: ItemPath; kind: ItemKind }) {
  const { control } = useDraftForm();
  const error = useErrorAt(`${path}.schedule.kind`);
  // Day 1 means "at the start" until somebody asks for a day: then they may pass 1 on the way to 14.
  const [isDayAsked, setDayAsked] = useState(false);
  return (
    <Controller
      control={control}
      name={`${path}.schedule`}
      render={({ field: { name, value: schedule, onChange } }) => {
        const chosen = choiceOf(kind, schedule, isDayAsked);
        return (
          <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
            <CompactSelect
              label="When"
              name={`${name}.kind`}
              className="w-[13rem]"
              options={choicesFor(kind, chosen)}
              error={error}
              value={chosen}
              onChange={({ target }) => {
                setDayAsked(target.value === "once");
                onChange(firstSchedule(kind, target.value) ?? schedule);
              }}
            />
            {chosen === "start" ? null : <KindFields name={name} schedule={schedule} onChange={onChange} />}
            {hasWindow(kind, schedule) ? (
              <CountOrNoneField
                label="Open for (days)"
                name={`${name}.windowDays`}
                max={365}
                whenEmpty={schedule.kind === "at-end" ? `${AT_END_WINDOW_DAYS}` : "No limit"}
                value={schedule.windowDays ?? null}
                onCount={(windowDays) => onChange({ ...schedule, windowDays })}
              />
            ) : null}
          </div>
        );
      }}
    />
  );
}

function choiceOf(kind: ItemKind, schedule: Schedule, isDayAsked: boolean): ScheduleChoice {
  const isStart = kind === "questionnaire" && schedule.kind === "once" && schedule.day === 1;
  return isStart && !isDayAsked ? "start" : schedule.kind;
}

function KindFields({ name, schedule, onChange }: Fields) {
  switch (schedule.kind) {
    case "once":
      return (
        <CountField
          label="On day"
          name={`${name}.day`}
          value={schedule.day}
          max={730}
          onCount={(day) => onChange({ ...schedule, day })}
        />
      );
    case "every-weeks":
      return (
        <CountField
          label="Weeks apart"
          name={`${name}.weeks`}
          value={schedule.weeks}
          max={52}
          onCount={(weeks) => onChange({ ...schedule, weeks })}
        />
      );
    case "weekly":
      return (
        <>
          <WeekdayFields name={name} schedule={schedule} onChange={onChange} />
          <TimesField name={name} schedule={schedule} onChange={onChange} />
        </>
      );
    case "every-days":
      return (
        <>
          <CountField
            label="Days apart"
            name={`${name}.days`}
            value={schedule.days}
            max={60}
            onCount={(days) => onChange({ ...schedule, days })}
          />
          <TimesField name={name} schedule={schedule} onChange={onChange} />
        </>
      );
    case "at-end":
    case "as-needed":
      return null;
  }
}

type Timed = Extract<Schedule, { timesPerDay: number }>;

function TimesField(props: { name: string; schedule: Timed; onChange: (schedule: Schedule) => void }) {
  const { name, schedule, onChange } = props;
  return (
    <CountField
      label="Times a day"
      name={`${name}.timesPerDay`}
      value={schedule.timesPerDay}
      max={12}
      onCount={(timesPerDay) => onChange({ ...schedule, timesPerDay })}
    />
  );
}
