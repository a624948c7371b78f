"use client";

import { createPortal } from "react-dom";
import { Icon } from "@/components/ui/icon";
import { useBuilderState, useBuilderTools } from "./builder-tools";
import { useLineDrag } from "./use-line-drag";

/** What a line is taken by with a mouse, a finger or a pen. The keyboard has Alt with the arrows. */
export function DragHandle({ lineKey }: { lineKey: string }) {
  const { handle, ghost, lifted } = useLineDrag(lineKey);
  return (
    <>
      <span
        ref={handle}
        aria-hidden="true"
        data-drag
        title="Drag to move"
        className="-ms-2 grid cursor-grab touch-pan-y select-none place-items-center rounded-sm p-0.5 text-ink-soft [-webkit-touch-callout:none] hover:bg-sunken active:cursor-grabbing pointer-coarse:size-11"
      >
        <Icon name="move" className="size-5" />
      </span>
      {lifted === null
        ? null
        : createPortal(
            <div
              ref={ghost}
              aria-hidden="true"
              className="pointer-events-none fixed z-50 max-w-64 rounded-md border border-teal bg-raised px-3 py-2 font-semibold shadow-card"
            >
              {lifted}
            </div>,
            document.body,
          )}
    </>
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
