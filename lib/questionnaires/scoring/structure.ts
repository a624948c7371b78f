import type { Direction } from "../vocabulary";

/** What an item takes: a whole number, any number of a line, a tick (true or false), or a tick written as 1 or 0 too. */
export type AnswerScale = {
  kind: "whole" | "continuous" | "tick" | "tick-or-number";
  least: number;
  most: number;
  /** Where a form allows two marks on one item, a list of them stands for the highest. */
  severalMarks?: "highest";
};

/** One list of answers, in item order. `fewest` and `most` are numbers of items; a `single` one is a number and no list. */
export type AnswerList = { id: string; fewest: number; most: number; scale: AnswerScale; single?: true };

/**
 * How a part's answered items make its number. With m the mean of the answered, n the items and l..h the scale:
 * - `sum` m × n; `mean` m; `count` the ticks; `percent` (m - l) / (h - l) × 100; `percent-reversed` 100 less that;
 * - `range` the sum with its range and both 0-100 directions; `nomogram` the sum, looked up in a table of its own.
 */
export type Formula = "sum" | "mean" | "count" | "percent" | "percent-reversed" | "range" | "nomogram";

export type Part = {
  id: string;
  /** The list its items come from, and which of them, from 1; null is all. */
  from: string;
  at: readonly number[] | null;
  /** Fewest answers that make a score. */
  needed: number;
  formula: Formula;
};

/** One way to ask and score an instrument. */
export type Variant = {
  scale: string | null;
  rule: string | null;
  lists: readonly AnswerList[];
  parts: readonly Part[];
};

/** Words for a score: `from` is the least score of a word, `up-to` the highest. In the order of the scores. */
export type Bands = { edge: "from" | "up-to"; words: readonly (readonly [edge: number, word: string])[] };

/** The structure of a published instrument: how many items, on which scale, scored how. Never its words. */
export type Structure = {
  id: string;
  /** Which way its scores run. */
  direction: Direction;
  /** The first is the one for those who name neither scale nor rule. */
  variants: readonly Variant[];
  /** A score made of the parts: their sum on its range, or their mean. Not there when a part is not. */
  whole?: { id: string; of: "sum" | "mean" };
  /** Words for the part called `total`. */
  bands?: Bands;
  /** What is told whenever the item is answered above 0, whatever the score. */
  flags?: readonly { id: string; list: string; item: number }[];
  /** The nomogram of a sum: at each whole sum, from 0, the 0-100 score (100 = worst). */
  nomogram?: readonly number[];
  /** A rule that is no sum, mean or count of one list. */
  own?: "start-back";
};

export const wholeScale = (least: number, most: number): AnswerScale => ({ kind: "whole", least, most });

export const list = (id: string, count: number, scale: AnswerScale): AnswerList => ({
  id,
  fewest: count,
  most: count,
  scale,
});

/** An instrument of one list, `items`, and one number, `total`, with the fewest answers each rule scores. */
export function oneNumber(
  count: number,
  scale: AnswerScale,
  formula: Formula,
  rules: readonly (readonly [rule: string | null, needed: number])[],
): readonly Variant[] {
  return rules.map(([rule, needed]) => ({
    scale: null,
    rule,
    lists: [list("items", count, scale)],
    parts: [{ id: "total", from: "items", at: null, needed, formula }],
  }));
}
