"use client";

import { DOSE_SIDES, type DoseSide } from "@/lib/plans/vocabulary";
import { CompactInput, CompactSelect } from "./compact-field";
import { asNumberOrNull, type ItemPath, useDraftForm, useErrorAt } from "./draft-form";

const SIDE_LABELS: Record<DoseSide, string> = {
  none: "Not sided",
  left: "Left",
  right: "Right",
  both: "Each side",
  alternating: "Swap sides",
};

const NUMBER = { type: "number", inputMode: "numeric", className: "w-[4.75rem]" } as const;

const asTempo = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

/** Every part of a dose, changed in place. What is left empty is not part of it. */
export function DoseFields({ path }: { path: ItemPath }) {
  const { register } = useDraftForm();
  const dose = `${path}.dose` as const;
  const errors = {
    sets: useErrorAt(`${dose}.sets`),
    repetitions: useErrorAt(`${dose}.repetitions`),
    hold: useErrorAt(`${dose}.holdSeconds`),
    rest: useErrorAt(`${dose}.restSeconds`),
    load: useErrorAt(`${dose}.loadKg`),
    tempo: useErrorAt(`${dose}.tempo`),
    side: useErrorAt(`${dose}.side`),
    pain: useErrorAt(`${path}.painCeiling`),
  };
  const orNone = { setValueAs: asNumberOrNull };
  const always = { valueAsNumber: true } as const;
  return (
    <div className="flex flex-wrap gap-x-2 gap-y-3">
      <CompactInput
        label="Sets"
        {...NUMBER}
        min={1}
        max={20}
        error={errors.sets}
        {...register(`${dose}.sets`, always)}
      />
      <CompactInput
        label="Repetitions"
        {...NUMBER}
        min={1}
        max={200}
        error={errors.repetitions}
        {...register(`${dose}.repetitions`, orNone)}
      />
      <CompactInput
        label="Hold, s"
        {...NUMBER}
        min={1}
        max={600}
        error={errors.hold}
        {...register(`${dose}.holdSeconds`, orNone)}
      />
      <CompactInput
        label="Rest, s"
        {...NUMBER}
        min={0}
        max={600}
        error={errors.rest}
        {...register(`${dose}.restSeconds`, always)}
      />
      <CompactInput
        label="Load, kg"
        {...NUMBER}
        inputMode="decimal"
        min={0}
        max={300}
        step="any"
        error={errors.load}
        {...register(`${dose}.loadKg`, orNone)}
      />
      <CompactInput
        label="Tempo"
        type="text"
        placeholder="3-1-2"
        className="w-[5.25rem]"
        error={errors.tempo}
        {...register(`${dose}.tempo`, { setValueAs: asTempo })}
      />
      <CompactSelect
        label="Side"
        className="w-[8.25rem]"
        options={DOSE_SIDES.map((side) => ({ value: side, label: SIDE_LABELS[side] }))}
        error={errors.side}
        {...register(`${dose}.side`)}
      />
      <CompactInput
        label="Pain limit"
        {...NUMBER}
        min={0}
        max={10}
        error={errors.pain}
        {...register(`${path}.painCeiling`, always)}
      />
    </div>
  );
}
