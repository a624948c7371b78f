"use client";

import { DateField } from "@/components/ui/date-field";
import { RadioGroupField } from "@/components/ui/radio-group-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { CalendarDay } from "@/lib/core/calendar";
import { AFFECTED_SIDES, REGION_NAMES, REGIONS, SIDE_NAMES } from "@/lib/identity/vocabulary";

export const PATIENT_LABELS = {
  name: "Name",
  dateOfBirth: "Date of birth",
  email: "E-mail",
  region: "Part of the body",
  side: "Side",
  goal: "What the patient wants",
  timeZone: "Time zone",
} as const;

type FieldProps = {
  name: string;
  ref: (element: HTMLElement | null) => void;
  onChange: (event: { target: unknown; type?: unknown }) => Promise<unknown>;
  onBlur: (event: { target: unknown; type?: unknown }) => Promise<unknown>;
  error?: string;
};

type Props = {
  field: (name: keyof typeof PATIENT_LABELS) => FieldProps;
  today: CalendarDay;
  timeZones: readonly { value: string; label: string }[];
  emailHint: string;
};

/** The fields of a patient's details, for a new record and for a change. */
export function PatientFields({ field, today, timeZones, emailHint }: Props) {
  return (
    <>
      <TextField label={PATIENT_LABELS.name} autoComplete="off" {...field("name")} />
      <DateField
        label={PATIENT_LABELS.dateOfBirth}
        min="1900-01-01"
        max={today}
        autoComplete="off"
        {...field("dateOfBirth")}
      />
      <TextField
        label={PATIENT_LABELS.email}
        hint={emailHint}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...field("email")}
      />
      <RadioGroupField
        legend={PATIENT_LABELS.region}
        layout="row"
        options={REGIONS.map((value) => ({ value, label: REGION_NAMES[value] }))}
        {...field("region")}
      />
      <RadioGroupField
        legend={PATIENT_LABELS.side}
        layout="row"
        options={AFFECTED_SIDES.map((value) => ({ value, label: SIDE_NAMES[value] }))}
        {...field("side")}
      />
      <TextArea
        label={PATIENT_LABELS.goal}
        hint="In the patient's own words, such as “walk to the shops without stopping”."
        rows={3}
        {...field("goal")}
      />
      <SelectField
        label={PATIENT_LABELS.timeZone}
        hint="A patient's day begins and ends where they live."
        options={timeZones}
        {...field("timeZone")}
      />
    </>
  );
}
