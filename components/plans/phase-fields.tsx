"use client";

import { useWatch } from "react-hook-form";
import { CompactArea, CompactInput } from "./compact-field";
import { asNumberOrNull, useDraftField, useDraftForm } from "./draft-form";
import { IconButton } from "./icon-button";
import { PhaseCriteriaNote } from "./phase-criteria";

/** What a phase is called, what it is for and how long it lasts. */
export function PhaseFields({ index, onRemove }: { index: number; onRemove?: () => void }) {
  const path = `phases.${index}` as const;
  const title = useDraftField(`${path}.title`);
  const weeks = useDraftField(`${path}.weeks`, { setValueAs: asNumberOrNull });
  const { control } = useDraftForm();
  const criteria = useWatch({ control, name: `${path}.criteria` });
  const aim = useDraftField(`${path}.aim`);
  return (
    <div>
      <h2 className="mb-2 text-ink-soft text-sm">Phase {index + 1}</h2>
      <div className="flex flex-wrap items-start gap-3">
        <CompactInput label="Name of the phase" className="min-w-56 flex-1" {...title} />
        <CompactInput
          label="Weeks"
          type="number"
          inputMode="numeric"
          min={1}
          max={104}
          placeholder="No end"
          className="w-28"
          {...weeks}
        />
        {onRemove ? (
          <IconButton icon="trash" label={`Take out phase ${index + 1}`} onClick={onRemove} className="mt-6" />
        ) : null}
      </div>
      <CompactArea label="What it is for" rows={2} className="mt-3" {...aim} />
      <PhaseCriteriaNote criteria={criteria} />
    </div>
  );
}
