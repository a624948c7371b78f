"use client";

import { useState } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { canJoin, isJoined } from "@/lib/plans/builder-edits";
import { AddItemDialog } from "./add-item-dialog";
import { useBuilderState, useBuilderTools } from "./builder-tools";
import { useDraftForm, useErrorAt } from "./draft-form";
import { ItemRow } from "./item-row";
import { PhaseFields } from "./phase-fields";
import { useLineDrop } from "./use-line-drop";

export type PhaseSectionProps = {
  index: number;
  phaseKey: string;
  isFirst: boolean;
  isLast: boolean;
  /** Undefined for the only phase, which cannot be taken out. */
  onRemove?: () => void;
};

/** One phase: its name, aim and length, and its lines. What is worked in has the focus of the library beside it. */
export function PhaseSection({ index, phaseKey, isFirst, isLast, onRemove }: PhaseSectionProps) {
  const { control } = useDraftForm();
  const { library, titleOf, add, focusPhase } = useBuilderTools();
  const name = `phases.${index}.items` as const;
  const { fields } = useFieldArray({ control, name, keyName: "rowId" });
  const title = useWatch({ control, name: `phases.${index}.title` });
  const error = useErrorAt(name);
  const [isAdding, setAdding] = useState(false);
  const { box, over } = useLineDrop(phaseKey);

  return (
    <section ref={box} aria-label={title} onFocus={() => focusPhase(phaseKey)}>
      <PhaseFields index={index} isLast={isLast} onRemove={onRemove} />
      <ol className="mt-4 grid gap-3">
        {fields.map((field, at) => (
          <li
            key={field.rowId}
            data-line={field.key}
            className={`relative min-w-0 ${isJoined(fields, at) ? "-mt-2" : ""} ${over === field.key ? MARK : ""}`}
          >
            <ItemRow
              path={`${name}.${at}`}
              title={titleOf(field)}
              isTop={isFirst && at === 0}
              isBottom={isLast && at === fields.length - 1}
              joins={canJoin(fields, at)}
              isJoined={isJoined(fields, at)}
              isInTurn={isJoined(fields, at) || isJoined(fields, at + 1)}
            />
          </li>
        ))}
      </ol>
      <div className={`relative mt-3 flex flex-wrap items-center gap-3 ${over === "end" ? MARK : ""}`}>
        <Button variant="secondary" icon="plus" name={name} className="w-fit" onClick={() => setAdding(true)}>
          Add to this phase
        </Button>
        <InFocus phaseKey={phaseKey} />
        <FieldError id={`${name}-error`}>{error}</FieldError>
      </div>
      <AddItemDialog
        phaseTitle={title || "this phase"}
        library={library}
        open={isAdding}
        onClose={() => setAdding(false)}
        onAdd={(item) => add(item, phaseKey)}
      />
    </section>
  );
}

/** Where a dragged line would come to stand. */
const MARK = "before:absolute before:inset-x-0 before:-top-2 before:h-1 before:rounded-sm before:bg-coral";

function InFocus({ phaseKey }: { phaseKey: string }) {
  const { phaseInFocus } = useBuilderState();
  return phaseInFocus === phaseKey ? (
    <span className="hidden xl:inline">
      <Badge tone="teal">The library adds here</Badge>
    </span>
  ) : null;
}
