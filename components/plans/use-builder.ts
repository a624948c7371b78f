"use client";

import { type RefObject, useMemo, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { newId } from "@/lib/core/ids";
import { addLine, keysBetween, lineKeys } from "@/lib/plans/builder-edits";
import { itemFromCatalogue, wholeItem } from "@/lib/plans/draft";
import type { DraftBody, DraftInput } from "@/lib/plans/schemas";
import type { ScoreChoice } from "@/lib/questionnaires/queries/scores";
import type { BuilderState, BuilderTools, Edit } from "./builder-tools";
import type { TitleOf } from "./item-titles";
import type { PicturedItem } from "./library-choice";
import { useBuilderHistory } from "./use-builder-history";
import { useBuilderKeys } from "./use-builder-keys";
import { useKeptFocus } from "./use-kept-focus";

/** Where the focus goes when the line that had it is gone. */
export const UNDO_ID = "builder-undo";

export const FULL = "There is no room for more. Take something out first.";

type Given = {
  form: UseFormReturn<DraftInput, unknown, DraftBody>;
  first: DraftInput;
  library: readonly PicturedItem[];
  scores: readonly ScoreChoice[];
  titleOf: TitleOf;
  box: RefObject<HTMLElement | null>;
};

/** The work of a builder: changes of the plan as a whole, the way back, and which lines are chosen. */
export function useBuilder({ form, first, library, scores, titleOf, box }: Given): {
  tools: BuilderTools;
  state: BuilderState;
} {
  const { canUndo, canRedo, asOne, step } = useBuilderHistory(form, first);
  const keepFocus = useKeptFocus(box, UNDO_ID);
  const [said, setSaid] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState("");
  const last = useRef<string | null>(null);

  const tools = useMemo((): BuilderTools => {
    const current = () => form.getValues();
    const edit = (change: Edit, words: string | ((after: DraftInput) => string), refusal?: string) => {
      const before = current();
      const after = change(before);
      if (after === before) {
        if (refusal) setSaid(refusal);
        return false;
      }
      keepFocus();
      asOne(() => {
        for (const [at, { items }] of after.phases.entries()) {
          if (items !== before.phases[at]?.items) form.setValue(`phases.${at}.items`, items);
        }
      });
      setSaid(typeof words === "string" ? words : words(current()));
      return true;
    };
    const go = (by: "undo" | "redo") => {
      keepFocus();
      const isDone = step(by);
      setSaid(isDone ? (by === "undo" ? "Taken back." : "Done again.") : `There is nothing to ${by}.`);
    };
    return {
      library,
      scores,
      titleOf,
      current,
      edit,
      add: (item, phaseKey) => {
        const at = Math.max(
          0,
          current().phases.findIndex(({ key }) => key === phaseKey),
        );
        const title = current().phases[at]?.title || `phase ${at + 1}`;
        const line = wholeItem(itemFromCatalogue(item, newId()));
        return edit((body) => addLine(body, at, line), `${item.title}: added to ${title}.`, FULL);
      },
      say: setSaid,
      undo: () => go("undo"),
      redo: () => go("redo"),
      focusPhase: setFocused,
      choose: (key, isRange) => {
        const range = isRange && last.current ? keysBetween(current(), last.current, key) : null;
        last.current = key;
        setChosen((before) => {
          const next = new Set(before);
          if (range) for (const one of range) next.add(one);
          else if (!next.delete(key)) next.add(key);
          return next;
        });
      },
      chooseAll: () => setChosen(new Set(lineKeys(current()))),
      chooseNone: () => setChosen((before) => (before.size === 0 ? before : new Set())),
    };
  }, [form, library, scores, titleOf, asOne, step, keepFocus]);
  useBuilderKeys(tools);

  const { phases } = form.getValues();
  const phaseInFocus = phases.some(({ key }) => key === focused) ? focused : (phases[0]?.key ?? "");
  const state = useMemo(
    () => ({ chosen, phaseInFocus, said, canUndo, canRedo }),
    [chosen, phaseInFocus, said, canUndo, canRedo],
  );
  return { tools, state };
}
