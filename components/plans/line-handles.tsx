"use client";

import type { DragEvent } from "react";
import { Icon } from "@/components/ui/icon";
import { useBuilderState, useBuilderTools } from "./builder-tools";

/** What a mouse takes a line by. The keyboard has Alt with the arrows, and a finger the buttons. */
export function DragHandle({ lineKey }: { lineKey: string }) {
  const { dragged } = useBuilderTools();
  const onDragStart = (event: DragEvent<HTMLElement>) => {
    dragged.current = lineKey;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", lineKey);
    const row = event.currentTarget.closest("[data-line]");
    if (row) event.dataTransfer.setDragImage(row, 12, 12);
  };
  return (
    <span
      aria-hidden="true"
      draggable
      data-drag
      title="Drag to move"
      onDragStart={onDragStart}
      onDragEnd={() => {
        dragged.current = null;
      }}
      className="-ms-2 hidden cursor-grab rounded-sm p-0.5 text-ink-soft hover:bg-sunken active:cursor-grabbing pointer-fine:block"
    >
      <Icon name="move" className="size-5" />
    </span>
  );
}

/** Chooses the line for a change of many; with Shift, all from the one chosen last. */
export function LineTick({ lineKey, title }: { lineKey: string; title: string }) {
  const { choose } = useBuilderTools();
  const { chosen } = useBuilderState();
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={`Choose ${title}`}
      checked={chosen.has(lineKey)}
      onChange={({ nativeEvent }) => choose(lineKey, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  );
}
