"use client";

import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { REGION_NAMES, REGIONS } from "@/lib/identity/vocabulary";
import type { OwnExerciseInput } from "@/lib/library/schemas";
import { EQUIPMENT, LEVELS, POSITIONS } from "@/lib/library/vocabulary";
import { EQUIPMENT_NAMES, LEVEL_NAMES, POSITION_NAMES } from "@/lib/library/words";
import { ChipsField } from "./chips-field";
import { useExerciseField, useExerciseForm } from "./exercise-fields";
import { FormSection } from "./form-section";
import { TextListField } from "./text-list-field";

const choices = <T extends string>(values: readonly T[], names: Record<T, string>) =>
  values.map((value) => ({ value, label: names[value] }));

/** What it is called and what it is for. */
export function WhatSection() {
  const name = useExerciseField("name");
  const purpose = useExerciseField("purpose");
  return (
    <FormSection title="What it is" lead="The name your patients know it by, and why they do it.">
      <TextField label="Name" autoComplete="off" {...name} />
      <TextArea label="What it is for" hint="One sentence, to the patient." rows={2} {...purpose} />
      <TextListField
        name="aliases"
        label="Other names"
        one="Name"
        hint="What people may search for."
        most={8}
        optional
      />
    </FormSection>
  );
}

/** How it is done, in the order the patient reads it. */
export function HowSection() {
  const start = useExerciseField("start");
  return (
    <FormSection title="How to do it" lead="Short sentences in plain words. Enter begins the next line.">
      <TextArea label="To start" hint="How to get into place." rows={3} {...start} />
      <TextListField name="steps" label="Step by step" one="Step" most={8} isLong />
      <TextListField name="cues" label="Tips" one="Tip" hint="What to feel, or to think of." most={6} isLong />
      <TextListField name="mistakes" label="Common mistakes" one="Mistake" most={6} isLong />
      <TextListField name="stopIf" label="Stop if" one="Sign" hint="When the patient must stop." most={6} isLong />
    </FormSection>
  );
}

/** What it works and what it takes: by these it is found. */
export function WhereSection() {
  const level = useExerciseField("level");
  const position = useExerciseField("position");
  const { register, getValues } = useExerciseForm();
  return (
    <FormSection title="What it takes" lead="By these it is found in the library.">
      <ChipsField name="regions" legend="Part of the body" options={choices(REGIONS, REGION_NAMES)} />
      <TextListField name="muscles.main" label="Main muscles" one="Muscle" most={8} />
      <TextListField name="muscles.helping" label="Helping muscles" one="Muscle" most={8} optional />
      <ChipsField name="equipment" legend="Equipment" options={choices(EQUIPMENT, EQUIPMENT_NAMES)} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField label="Level" placeholder="Choose one" options={choices(LEVELS, LEVEL_NAMES)} {...level} />
        <SelectField
          label="Position"
          placeholder="Choose one"
          options={choices(POSITIONS, POSITION_NAMES)}
          {...position}
        />
      </div>
      <label className="slip flex min-h-11 w-fit items-center gap-3 px-3.5 py-2">
        <input type="checkbox" defaultChecked={getValues("sided")} {...register("sided")} className="tick" />
        Left and right are done apart
      </label>
    </FormSection>
  );
}

/** The drawing a copy came with: it stays, or goes when it no longer shows what the words say. */
export function DrawingChoice({
  figure,
  picture,
}: {
  figure: NonNullable<OwnExerciseInput["figure"]>;
  picture: ReactNode;
}) {
  const { control } = useExerciseForm();
  const { field } = useController({ control, name: "figure" });
  return (
    <div className="flex flex-wrap items-center gap-4">
      <div className="w-44 rounded-md bg-sunken p-2">{picture}</div>
      <label className="slip flex min-h-11 items-center gap-3 px-3.5 py-2">
        <input
          type="checkbox"
          name="figure"
          checked={field.value !== null}
          onChange={(event) => field.onChange(event.target.checked ? figure : null)}
          className="tick"
        />
        Show this drawing
      </label>
    </div>
  );
}
