"use client";

import { useWatch } from "react-hook-form";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { CompactArea } from "./compact-field";
import { DoseFields } from "./dose-fields";
import { type ItemPath, useDraftField, useDraftForm, useErrorAt } from "./draft-form";
import { IconButton } from "./icon-button";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";
import { ScheduleFields } from "./schedule-fields";

/** A dose needs the room; without one the note has it. */
const WIDE_DOSE = "xl:grid-cols-[minmax(0,1fr)_18rem]";
const WIDE_NOTE = "lg:grid-cols-[auto_minmax(0,1fr)]";

export type ItemRowProps = {
  path: ItemPath;
  title: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One line of the plan: what, how much, when, and why. */
export function ItemRow({ path, title, isFirst, isLast, onMove, onRemove }: ItemRowProps) {
  const { control } = useDraftForm();
  const [key, kind] = useWatch({ control, name: [`${path}.key`, `${path}.kind`] });
  const slugError = useErrorAt(`${path}.slug`);
  const note = useDraftField(`${path}.note`);
  const titleId = `item-${key}`;
  return (
    <fieldset aria-labelledby={titleId} className="min-w-0 rounded-lg border border-rule bg-raised p-4 shadow-card">
      <div className="mb-2 flex items-center gap-2.5">
        <Icon name={KIND_ICONS[kind]} label={KIND_WORDS[kind]} className="size-5 text-teal-ink" />
        <h3 id={titleId} className="min-w-0 flex-1 text-base">
          {title}
        </h3>
        <div className="-me-2 flex flex-none">
          <IconButton
            id={`${titleId}-up`}
            icon="up"
            label={`Move ${title} up`}
            inactive={isFirst}
            onClick={() => onMove(-1)}
          />
          <IconButton
            id={`${titleId}-down`}
            icon="down"
            label={`Move ${title} down`}
            inactive={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton icon="trash" name={`${path}.slug`} label={`Take ${title} out`} onClick={onRemove} />
        </div>
      </div>
      <FieldError id={`${titleId}-error`}>{slugError}</FieldError>
      <div className={`grid gap-x-6 gap-y-3 ${kind === "exercise" ? WIDE_DOSE : WIDE_NOTE}`}>
        <div className="grid content-start gap-3">
          {kind === "exercise" ? <DoseFields path={path} /> : null}
          <ScheduleFields path={path} kind={kind} />
        </div>
        <CompactArea
          label={kind === "exercise" ? "Note to the patient" : "Why they are given this"}
          rows={kind === "exercise" ? 4 : 2}
          {...note}
        />
      </div>
    </fieldset>
  );
}
