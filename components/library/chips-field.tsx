"use client";

import { useId } from "react";
import { FieldGroup } from "@/components/ui/field";
import { useExerciseForm } from "./exercise-fields";
import { useErrorAt } from "./item-fields";

type Props = {
  name: "regions" | "equipment";
  legend: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
};

/** Any number of a few words. */
export function ChipsField({ name, legend, hint, options }: Props) {
  const id = useId();
  const { register, getValues } = useExerciseForm();
  const error = useErrorAt(name);
  const first: readonly string[] = getValues(name);
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error}>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <label key={value} className="slip flex min-h-10 items-center gap-2 px-3 py-1 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              value={value}
              defaultChecked={first.includes(value)}
              {...register(name)}
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
