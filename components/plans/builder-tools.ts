"use client";

import { createContext, useContext } from "react";
import type { CatalogueItem } from "@/lib/library/catalogue";
import type { DraftInput } from "@/lib/plans/schemas";
import type { ScoreChoice } from "@/lib/questionnaires/queries/scores";
import type { TitleOf } from "./item-titles";
import type { PicturedItem } from "./library-choice";

/** A change of the whole text; the same text means that it cannot be done. */
export type Edit = (body: DraftInput) => DraftInput;

/** What the parts of the builder do to the plan. It stays the same through the life of a builder. */
export type BuilderTools = {
  library: readonly PicturedItem[];
  /** What a phase may ask to be reached before the next. */
  scores: readonly ScoreChoice[];
  titleOf: TitleOf;
  /** What is written now. */
  current: () => DraftInput;
  /** Makes a change and says so, in words made from the new text; or says why it cannot be done. False when it was not. */
  edit: (change: Edit, words: string | ((after: DraftInput) => string), refusal?: string) => boolean;
  /** Adds a thing of the library to a phase, with its own dose. */
  add: (item: CatalogueItem, phaseKey: string) => boolean;
  say: (words: string) => void;
  undo: () => void;
  redo: () => void;
  focusPhase: (phaseKey: string) => void;
  /** Chooses a line or lets it go; with `isRange`, all from the last one chosen to it. */
  choose: (key: string, isRange: boolean) => void;
  chooseAll: () => void;
  chooseNone: () => void;
};

/** What changes as one works. */
export type BuilderState = {
  chosen: ReadonlySet<string>;
  /** The key of the phase that what is found in the library goes to. */
  phaseInFocus: string;
  /** What was done last, in words. */
  said: string;
  canUndo: boolean;
  canRedo: boolean;
};

export const BuilderToolsContext = createContext<BuilderTools | null>(null);
export const BuilderStateContext = createContext<BuilderState | null>(null);

export function useBuilderTools(): BuilderTools {
  const tools = useContext(BuilderToolsContext);
  if (!tools) throw new Error("outside of a builder");
  return tools;
}

export function useBuilderState(): BuilderState {
  const state = useContext(BuilderStateContext);
  if (!state) throw new Error("outside of a builder");
  return state;
}
