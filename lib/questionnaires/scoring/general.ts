import { list, oneNumber, type Part, type Structure, wholeScale } from "./structure";

/** Leg problems of all kinds. 0-80, 80 best: Binkley 1999 (read). No published rule for missing answers: 18 of 20 is ours to choose. */
const lefs: Structure = {
  id: "lefs",
  direction: "higher-is-better",
  variants: oneNumber(20, wholeScale(0, 4), "sum", [
    ["strict", 20],
    ["prorate18", 18],
  ]),
};

const FREQUENCY = wholeScale(0, 3);

/**
 * Adults, low mood. 0-27 with words at 5, 10, 15 and 20; up to two missing may take the mean (background knowledge). The ninth item,
 * answered above 0, is told whatever the score.
 */
const phq9: Structure = {
  id: "phq-9",
  direction: "lower-is-better",
  variants: oneNumber(9, FREQUENCY, "sum", [
    ["strict", 9],
    ["prorate2", 7],
  ]),
  bands: {
    edge: "from",
    words: [
      [0, "minimal"],
      [5, "mild"],
      [10, "moderate"],
      [15, "moderately severe"],
      [20, "severe"],
    ],
  },
  flags: [{ id: "phq9-item9", list: "items", item: 9 }],
};

/** Adults, low mood, 0-6; both answers needed. */
const phq2: Structure = {
  id: "phq-2",
  direction: "lower-is-better",
  variants: oneNumber(2, FREQUENCY, "sum", [[null, 2]]),
};

/** Adults, worry. 0-21 with words at 5, 10 and 15 (background knowledge); all answers needed. */
const gad7: Structure = {
  id: "gad-7",
  direction: "lower-is-better",
  variants: oneNumber(7, FREQUENCY, "sum", [[null, 7]]),
  bands: {
    edge: "from",
    words: [
      [0, "minimal"],
      [5, "mild"],
      [10, "moderate"],
      [15, "severe"],
    ],
  },
};

/** Fear of movement, long-lasting back pain. 11-44, no item reversed: Woby 2005 (read). No rule for missing answers: all needed. */
const tsk11: Structure = {
  id: "tsk-11",
  direction: "lower-is-better",
  variants: oneNumber(11, wholeScale(1, 4), "sum", [[null, 11]]),
};

const pcsPart = (id: string, at: readonly number[]): Part => ({
  id,
  from: "items",
  at,
  needed: at.length,
  formula: "sum",
});

/** Thoughts about pain, adults. 0-52 and three subscales (read). No rule for missing answers: all of a part are needed. */
const pcs: Structure = {
  id: "pcs",
  direction: "lower-is-better",
  variants: [
    {
      scale: null,
      rule: null,
      lists: [list("items", 13, wholeScale(0, 4))],
      parts: [
        { id: "total", from: "items", at: null, needed: 13, formula: "sum" },
        pcsPart("rumination", [8, 9, 10, 11]),
        pcsPart("magnification", [6, 7, 13]),
        pcsPart("helplessness", [1, 2, 3, 4, 5, 12]),
      ],
    },
  ],
};

const ELEVEN_POINTS = wholeScale(0, 10);

/** Any joint or muscle problem. The mean of three to five activities the patient names, 10 best; three rated at least. */
const psfs: Structure = {
  id: "psfs",
  direction: "higher-is-better",
  variants: [
    {
      scale: null,
      rule: null,
      lists: [{ id: "items", fewest: 3, most: 5, scale: ELEVEN_POINTS }],
      parts: [{ id: "total", from: "items", at: null, needed: 3, formula: "mean" }],
    },
  ],
};

/** Pain of any kind, one number, 10 worst. */
const nprs: Structure = {
  id: "nprs",
  direction: "lower-is-better",
  variants: oneNumber(1, ELEVEN_POINTS, "mean", [[null, 1]]),
};

export const GENERAL: readonly Structure[] = [lefs, phq9, phq2, gad7, tsk11, pcs, psfs, nprs];
