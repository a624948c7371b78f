import { list, oneNumber, type Structure, wholeScale } from "./structure";

/**
 * Low back pain. A tick list: an item not ticked, or that does not apply, is a no (read), so `count` adds the ticks and is 0 to 24; a
 * list without a single answer is not scored. `proportional` is the ticks in 100 answered items, for versions of other lengths and for
 * missing answers: Kent and Lauridsen (read).
 */
const rmdq: Structure = {
  id: "rmdq",
  direction: "lower-is-better",
  variants: [
    ...oneNumber(24, { kind: "tick", least: 0, most: 1 }, "count", [["count", 1]]),
    {
      scale: null,
      rule: "proportional",
      lists: [
        {
          id: "items",
          fewest: 1,
          most: Number.POSITIVE_INFINITY,
          scale: { kind: "tick-or-number", least: 0, most: 1 },
        },
      ],
      parts: [{ id: "total", from: "items", at: null, needed: 1, formula: "percent" }],
    },
  ],
};

/**
 * Low back pain. Percent of the answered sections; of two marks in one section the higher (read). Fewest sections answered: 8, or 9
 * where a clinic sets that; sources differ. Words for the percent: version 2.1a.
 */
const odi: Structure = {
  id: "odi",
  direction: "lower-is-better",
  variants: oneNumber(10, { ...wholeScale(0, 5), severalMarks: "highest" }, "percent", [
    ["min8", 8],
    ["min9", 9],
  ]),
  bands: {
    edge: "up-to",
    words: [
      [20, "minimal"],
      [40, "moderate"],
      [60, "severe"],
      [80, "crippled"],
      [100, "bed-bound-or-exaggerated"],
    ],
  },
};

/** Low back pain in primary care. All nine answers are needed: see start-back.ts (read). */
const startBack: Structure = {
  id: "start-back",
  direction: "lower-is-better",
  variants: [
    {
      scale: null,
      rule: null,
      lists: [list("items", 8, wholeScale(0, 1)), { ...list("bother", 1, wholeScale(0, 4)), single: true }],
      parts: [],
    },
  ],
  own: "start-back",
};

export const BACK: readonly Structure[] = [rmdq, odi, startBack];
