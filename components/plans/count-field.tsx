"use client";

import { CompactInput } from "./compact-field";
import { useErrorAt } from "./draft-form";

type Shared = { label: string; name: string; max: number; className?: string };

/** A whole number, from 1 unless it says otherwise, that has to be there; NaN while it is empty. */
export function CountField(props: Shared & { min?: number; value: number; onCount: (count: number) => void }) {
  const { label, name, min = 1, max, className = "w-[5.5rem]", value, onCount } = props;
  return (
    <CompactInput
      label={label}
      name={name}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      className={className}
      error={useErrorAt(name)}
      value={Number.isNaN(value) ? "" : value}
      onChange={(event) => onCount(event.target.valueAsNumber)}
    />
  );
}

/** A whole number from 1, or null when it is left empty; `whenEmpty` says in the field what that means. */
export function CountOrNoneField(
  props: Shared & { whenEmpty: string; value: number | null; onCount: (count: number | null) => void },
) {
  const { label, name, max, className = "w-[8rem]", whenEmpty, value, onCount } = props;
  return (
    <CompactInput
      label={label}
      name={name}
      type="number"
      inputMode="numeric"
      min={1}
      max={max}
      className={className}
      placeholder={whenEmpty}
      error={useErrorAt(name)}
      value={value ?? ""}
      onChange={({ target }) => onCount(target.value === "" ? null : target.valueAsNumber)}
    />
  );
}
