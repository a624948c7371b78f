"use client";

import { CompactArea, CompactInput } from "./compact-field";
import { asNumberOrNull, useDraftForm, useErrorAt } from "./draft-form";
import { IconButton } from "./icon-button";

/** What a phase is called, what it is for and how long it lasts. */
export function PhaseFields({ index, onRemove }: { index: number; onRemove?: () => void }) {
  const { register } = useDraftForm();
  const path = `phases.${index}` as const;
  const errors = {
    title: useErrorAt(`${path}.title`),
    weeks: useErrorAt(`${path}.weeks`),
    aim: useErrorAt(`${path}.aim`),
  };
  return (
    <div>
      <h3 className="mb-2 text-ink-soft text-sm">Phase {index + 1}</h3>
      <div className="flex flex-wrap items-start gap-3">
        <CompactInput
          label="Name of the phase"
          className="min-w-56 flex-1"
          error={errors.title}
          {...register(`${path}.title`)}
        />
        <CompactInput
          label="Weeks"
          type="number"
          inputMode="numeric"
          min={1}
          max={104}
          placeholder="No end"
          className="w-28"
          error={errors.weeks}
          {...register(`${path}.weeks`, { setValueAs: asNumberOrNull })}
        />
        {onRemove ? (
          <IconButton icon="trash" label={`Take out phase ${index + 1}`} onClick={onRemove} className="mt-6" />
        ) : null}
      </div>
      <CompactArea label="What it is for" rows={2} className="mt-3" error={errors.aim} {...register(`${path}.aim`)} />
    </div>
  );
}
