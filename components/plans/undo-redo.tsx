"use client";

import { useBuilderState, useBuilderTools } from "./builder-tools";
import { IconButton } from "./icon-button";
import { UNDO_ID } from "./use-builder";

/** The way back and on again, and what was done last. */
export function UndoRedo() {
  const { undo, redo } = useBuilderTools();
  const { canUndo, canRedo, said } = useBuilderState();
  return (
    <div className="flex min-w-0 items-center gap-1">
      <IconButton
        id={UNDO_ID}
        icon="undo"
        label="Undo"
        aria-keyshortcuts="Control+Z"
        inactive={!canUndo}
        onClick={undo}
      />
      <IconButton icon="redo" label="Redo" aria-keyshortcuts="Control+Shift+Z" inactive={!canRedo} onClick={redo} />
      <p role="status" className="min-w-0 text-ink-soft text-sm">
        {said}
      </p>
    </div>
  );
}
