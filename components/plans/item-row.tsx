"use client";

import type { KeyboardEvent } from "react";
import { useWatch } from "react-hook-form";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { newId } from "@/lib/core/ids";
import { duplicateLine, moveLine, placeOfLine, removeLines, toggleJoined } from "@/lib/plans/builder-edits";
import type { DraftInput } from "@/lib/plans/schemas";
import { useBuilderTools } from "./builder-tools";
import { CompactArea } from "./compact-field";
import { DoseFields } from "./dose-fields";
import { type ItemPath, useDraftField, useDraftForm, useErrorAt } from "./draft-form";
import { IconButton } from "./icon-button";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";
import { DragHandle, LineTick } from "./line-handles";
import { ScheduleFields } from "./schedule-fields";
import { FULL } from "./use-builder";

/** A dose needs the room; without one the note has it. */
const WIDE_DOSE = "2xl:grid-cols-[minmax(0,1fr)_16rem]";
const WIDE_NOTE = "lg:grid-cols-[auto_minmax(0,1fr)]";

export type ItemRowProps = {
  path: ItemPath;
  title: string;
  /** The first and the last line of the plan have no way further. */
  isTop: boolean;
  isBottom: boolean;
  /** Whether it can be done in turn with the line above it, whether it is, and whether it is with any. */
  joins: boolean;
  isJoined: boolean;
  isInTurn: boolean;
};

/** One line of the plan: what, how much, when, and why. Alt with an arrow moves it. */
export function ItemRow({ path, title, isTop, isBottom, joins, isJoined, isInTurn }: ItemRowProps) {
  const { control } = useDraftForm();
  const { edit } = useBuilderTools();
  const [key, kind] = useWatch({ control, name: [`${path}.key`, `${path}.kind`] });
  const slugError = useErrorAt(`${path}.slug`);
  const note = useDraftField(`${path}.note`);
  const titleId = `item-${key}`;

  const move = (by: 1 | -1) =>
    edit(
      (body) => moveLine(body, key, by),
      (after) => `${title}: ${standsAt(after, key)}.`,
      "It can go no further.",
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };

  return (
    <fieldset
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      className={`min-w-0 rounded-lg border border-rule bg-raised p-4 shadow-card ${isInTurn ? "border-s-4 border-s-teal" : ""}`}
    >
      <div className="mb-2 flex flex-wrap items-center gap-2.5">
        <DragHandle lineKey={key} />
        <LineTick lineKey={key} title={title} />
        <Icon name={KIND_ICONS[kind]} label={KIND_WORDS[kind]} className="size-5 text-teal-ink" />
        <h3 id={titleId} className="min-w-40 flex-1 text-base">
          {title}
        </h3>
        <div className="-me-2 flex flex-none">
          <IconButton icon="up" label={`Move ${title} up`} inactive={isTop} onClick={() => move(-1)} />
          <IconButton icon="down" label={`Move ${title} down`} inactive={isBottom} onClick={() => move(1)} />
          <IconButton
            icon="copy"
            label={`Duplicate ${title}`}
            onClick={() => edit((body) => duplicateLine(body, key, newId()), `${title}: there twice now.`, FULL)}
          />
          <IconButton
            icon="trash"
            name={`${path}.slug`}
            label={`Take ${title} out`}
            onClick={() =>
              edit((body) => removeLines(body, new Set([key])), `${title}: taken out. Undo brings it back.`)
            }
          />
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
          rows={2}
          {...note}
        />
      </div>
      {joins ? (
        <label className="mt-3 flex min-h-10 w-fit items-center gap-2.5 text-ink-soft">
          <input
            type="checkbox"
            className="tick"
            checked={isJoined}
            onChange={() =>
              edit(
                (body) => toggleJoined(body, key, newId),
                isJoined ? `${title}: done by itself.` : `${title}: done in turn with the one above.`,
              )
            }
          />
          Do in turn with the one above
        </label>
      ) : null}
    </fieldset>
  );
}

/** "line 2 of 8 in Settle". */
function standsAt(body: DraftInput, key: string): string {
  const place = placeOfLine(body, key);
  const phase = place && body.phases[place.phase];
  return place && phase ? `line ${place.at + 1} of ${phase.items.length} in ${phase.title}` : "";
}
