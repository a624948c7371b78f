"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { begin, type History, record, redo, undo } from "@/lib/plans/builder-history";
import type { DraftBody, DraftInput } from "@/lib/plans/schemas";

type Form = UseFormReturn<DraftInput, unknown, DraftBody>;

/** The steps of a builder's form, taken back and done again as a whole. It knows this page alone, and no other tab's text. */
export function useBuilderHistory(form: Form, first: DraftInput) {
  const history = useRef<History<DraftInput>>(begin(first));
  const isHeld = useRef(false);
  const [can, setCan] = useState({ canUndo: false, canRedo: false });

  const keep = useCallback((next: History<DraftInput>) => {
    history.current = next;
    const now = { canUndo: next.past.length > 0, canRedo: next.future.length > 0 };
    setCan((before) => (before.canUndo === now.canUndo && before.canRedo === now.canRedo ? before : now));
  }, []);
  const note = useCallback(() => {
    if (!isHeld.current) keep(record(history.current, structuredClone(form.getValues())));
  }, [form, keep]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: note }), [form, note]);

  /** Several changes of the form as one step. */
  const asOne = useCallback(
    (work: () => void) => {
      isHeld.current = true;
      work();
      isHeld.current = false;
      note();
    },
    [note],
  );

  /** Goes back or on; gives whether there was a way. */
  const step = useCallback(
    (by: "undo" | "redo"): boolean => {
      const next = by === "undo" ? undo(history.current) : redo(history.current);
      if (next === history.current) return false;
      isHeld.current = true;
      form.reset(structuredClone(next.present));
      isHeld.current = false;
      keep(next);
      return true;
    },
    [form, keep],
  );

  return { ...can, asOne, step };
}
