"use client";

import { BAND_COLOURS, DOSE_SIDES, type DoseSide } from "@/lib/plans/vocabulary";
import { CompactInput, CompactSelect } from "./compact-field";
import { asNumberOrNull, type ItemPath, useDraftField } from "./draft-form";

const SIDE_LABELS: Record<DoseSide, string> = {
  none: "Not sided",
  left: "Left",
  right: "Right",
  both: "Each side",
  alternating: "Swap sides",
};

const NUMBER = { type: "number", inputMode: "numeric", className: "w-[4.75rem]" } as const;

const SIDES = DOSE_SIDES.map((side) => ({ value: side, label: SIDE_LABELS[side] }));

const BANDS = [
  { value: "", label: "No band" },
  ...BAND_COLOURS.map((colour) => ({ value: colour, label: `${colour.charAt(0).toUpperCase()}${colour.slice(1)}` })),
];

const ALWAYS = { valueAsNumber: true } as const;
const OR_NONE = { setValueAs: asNumberOrNull };

const asBand = (value: unknown) => (value === "" ? null : value);
const asTempo = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

/** Every part of a dose, changed in place. What is left empty is not part of it. */
export function DoseFields({ path }: { path: ItemPath }) {
  const dose = `${path}.dose` as const;
  const sets = useDraftField(`${dose}.sets`, ALWAYS);
  const repetitions = useDraftField(`${dose}.repetitions`, OR_NONE);
  const hold = useDraftField(`${dose}.holdSeconds`, OR_NONE);
  const rest = useDraftField(`${dose}.restSeconds`, ALWAYS);
  const load = useDraftField(`${dose}.loadKg`, OR_NONE);
  const tempo = useDraftField(`${dose}.tempo`, { setValueAs: asTempo });
  const band = useDraftField(`${dose}.bandColour`, { setValueAs: asBand });
  const side = useDraftField(`${dose}.side`);
  const pain = useDraftField(`${path}.painCeiling`, ALWAYS);
  const range = useDraftField(`${path}.rangeLimit`);
  return (
    <div className="flex flex-wrap gap-x-2 gap-y-3">
      <CompactInput label="Sets" {...NUMBER} min={1} max={20} {...sets} />
      <CompactInput label="Repetitions" {...NUMBER} min={1} max={200} {...repetitions} />
      <CompactInput label="Hold, s" {...NUMBER} min={1} max={600} {...hold} />
      <CompactInput label="Rest, s" {...NUMBER} min={0} max={600} {...rest} />
      <CompactInput label="Load, kg" {...NUMBER} inputMode="decimal" min={0} max={300} step="any" {...load} />
      <CompactSelect label="Band" className="w-[7.5rem]" options={BANDS} {...band} />
      <CompactInput label="Tempo" type="text" placeholder="3-1-2" className="w-[5.25rem]" {...tempo} />
      <CompactSelect label="Side" className="w-[8.75rem]" options={SIDES} {...side} />
      <CompactInput label="Pain limit" {...NUMBER} min={0} max={10} {...pain} />
      <CompactInput
        label="How far"
        type="text"
        maxLength={120}
        placeholder="All the way"
        className="min-w-40 flex-1"
        {...range}
      />
    </div>
  );
}
