"use client";

import { useWatch } from "react-hook-form";
import { CompactArea, CompactInput } from "./compact-field";
import { CriteriaFields } from "./criteria-fields";
import { asNumberOrNull, useDraftField, useDraftForm } from "./draft-form";
import { IconButton } from "./icon-button";

/** What a phase is called, what it is for and how long it lasts. */
export function PhaseFields({ index, isLast, onRemove }: { index: number; isLast: boolean; onRemove?: () => void }) {
  const path = `phases.${index}` as const;
  const title = useDraftField(`${path}.title`);
  const weeks = useDraftField(`${path}.weeks`, { setValueAs: asNumberOrNull });
  const { control } = useDraftForm();
  const [length, criteria] = useWatch({ control, name: [`${path}.weeks`, `${path}.criteria`] });
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
          placeholder={isLast ? "No end" : criteria ? "Until met" : ""}
          className="w-28"
          {...weeks}
        />
        {onRemove ? (
          <IconButton icon="trash" label={`Take out phase ${index + 1}`} onClick={onRemove} className="mt-6" />
        ) : null}
      </div>
      <CompactArea label="What it is for" rows={2} className="mt-3" {...aim} />
      <CriteriaFields index={index} isWaitedFor={!isLast && length === null} />
    </div>
  );
}
