"use client";

import { useEffect, useRef, useState } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { newId } from "@/lib/core/ids";
import { itemFromCatalogue } from "@/lib/plans/draft";
import type { DraftInput } from "@/lib/plans/schemas";
import { AddItemDialog, type PicturedItem } from "./add-item-dialog";
import { useDraftForm, useErrorAt } from "./draft-form";
import { ItemRow } from "./item-row";
import type { TitleOf } from "./item-titles";
import { PhaseFields } from "./phase-fields";

type Item = DraftInput["phases"][number]["items"][number];

export type PhaseSectionProps = {
  index: number;
  library: readonly PicturedItem[];
  titleOf: TitleOf;
  /** Undefined for the only phase, which cannot be taken out. */
  onRemove?: () => void;
};

/** One phase: its name, aim and length, and its lines. */
export function PhaseSection({ index, library, titleOf, onRemove }: PhaseSectionProps) {
  const { control, getValues } = useDraftForm();
  const name = `phases.${index}.items` as const;
  const { fields, append, insert, move, remove } = useFieldArray({ control, name, keyName: "rowId" });
  const title = useWatch({ control, name: `phases.${index}.title` });
  const error = useErrorAt(name);
  const [isAdding, setAdding] = useState(false);
  const [takenOut, setTakenOut] = useState<{ item: Item; at: number } | null>(null);
  const focusNext = useRef<string | null>(null);
  const order = fields.map((field) => field.key).join();

  // A moved row loses the focus with its place in the page; the same button gets it back.
  useEffect(() => {
    if (focusNext.current && order) document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [order]);

  const takeOut = (at: number) => {
    setTakenOut({ item: structuredClone(getValues(`${name}.${at}`)), at });
    remove(at);
  };

  return (
    <section aria-label={title}>
      <PhaseFields index={index} onRemove={onRemove} />
      <ol className="mt-4 grid gap-3">
        {fields.map((field, at) => (
          <li key={field.rowId} className="min-w-0">
            <ItemRow
              path={`${name}.${at}`}
              title={titleOf(field)}
              isFirst={at === 0}
              isLast={at === fields.length - 1}
              onMove={(by) => {
                focusNext.current = `item-${field.key}-${by > 0 ? "down" : "up"}`;
                move(at, at + by);
              }}
              onRemove={() => takeOut(at)}
            />
          </li>
        ))}
      </ol>
      {takenOut ? (
        <p role="status" className="mt-3 flex flex-wrap items-center gap-x-2 text-ink-soft">
          {titleOf(takenOut.item)} was taken out.
          <Button
            variant="quiet"
            size="sm"
            onClick={() => {
              insert(Math.min(takenOut.at, fields.length), takenOut.item, { shouldFocus: false });
              setTakenOut(null);
            }}
          >
            Put it back
          </Button>
        </p>
      ) : null}
      <div className="mt-3 grid gap-1.5">
        <Button variant="secondary" icon="plus" name={name} className="w-fit" onClick={() => setAdding(true)}>
          Add to this phase
        </Button>
        <FieldError id={`${name}-error`}>{error}</FieldError>
      </div>
      <AddItemDialog
        phaseTitle={title || "this phase"}
        library={library}
        open={isAdding}
        onClose={() => setAdding(false)}
        onAdd={(item) => append(itemFromCatalogue(item, newId()), { shouldFocus: false })}
      />
    </section>
  );
}
