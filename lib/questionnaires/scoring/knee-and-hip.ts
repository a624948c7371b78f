import { answersNeeded } from "../scoring";
import { MISSING_RULES } from "../vocabulary";
import { type AnswerScale, list, oneNumber, type Part, type Structure, type Variant, wholeScale } from "./structure";

const FIVE_STEPS = wholeScale(0, 4);

/** Items, and the fewest answers the guide scores, by subscale. */
const WOMAC_PARTS = [
  { id: "pain", count: 5, minimumAnswered: 4 },
  { id: "stiffness", count: 2, minimumAnswered: 1 },
  { id: "function", count: 17, minimumAnswered: 14 },
] as const;

const WOMAC_SCALES: readonly (readonly [string, AnswerScale])[] = [
  ["likert", FIVE_STEPS],
  ["nrs", wholeScale(0, 10)],
  ["vas", { kind: "continuous", least: 0, most: 100 }],
];

const womacVariants: Variant[] = WOMAC_SCALES.flatMap(([scale, answers]) =>
  MISSING_RULES.map((rule) => ({
    scale,
    rule,
    lists: WOMAC_PARTS.map(({ id, count }) => list(id, count, answers)),
    parts: WOMAC_PARTS.map(({ id, count, minimumAnswered }) => ({
      id,
      from: id,
      at: null,
      needed: answersNeeded({ items: { length: count }, minimumAnswered }, rule),
      formula: "range" as const,
    })),
  })),
);

/**
 * Hip and knee osteoarthritis. Items and the three scales: Bellamy 2008; Copsey 2018 (read). 0 is best. Function with four or
 * more missing is not scored, one to three take the mean: Whitehouse 2004, hip and knee replacement (read). Pain not scored from two
 * missing and stiffness from both: Bellamy's user guide (background knowledge). `half` is a common convention, no source of its own.
 */
const womac: Structure = {
  id: "womac",
  direction: "lower-is-better",
  variants: womacVariants,
  whole: { id: "total", of: "sum" },
};

type Size = readonly [id: string, count: number, needed: number];

const reversedPercents = (rule: string | null, sizes: readonly Size[]): Variant => ({
  scale: null,
  rule,
  lists: sizes.map(([id, count]) => list(id, count, FIVE_STEPS)),
  parts: sizes.map(([id, , needed]) => ({ id, from: id, at: null, needed, formula: "percent-reversed" })),
});

const KOOS_2012: readonly Size[] = [
  ["symptoms", 7, 4],
  ["pain", 9, 5],
  ["adl", 17, 9],
  ["sport", 5, 3],
  ["qol", 4, 2],
];

/** Items missing of a subscale by the rule of 1998, at most. */
const KOOS_1998_MISSING = 2;

/**
 * Knee injury and osteoarthritis. 100 - mean × 25; the `2012` rule scores a subscale with half its items answered, the one of
 * `1998` with at most two missing (both read).
 */
const koos: Structure = {
  id: "koos",
  direction: "higher-is-better",
  variants: [
    reversedPercents("2012", KOOS_2012),
    reversedPercents(
      "1998",
      KOOS_2012.map(([id, count]) => [id, count, count - KOOS_1998_MISSING]),
    ),
  ],
};

const womacFromKoos: readonly Part[] = [
  { id: "pain", from: "pain", at: [5, 6, 7, 8, 9], needed: 4, formula: "range" },
  { id: "stiffness", from: "symptoms", at: [6, 7], needed: 1, formula: "range" },
  { id: "function", from: "adl", at: null, needed: 14, formula: "range" },
];

/** Which KOOS items are those of the WOMAC: background knowledge. Missing answers by the WOMAC's guide. */
const koosToWomac: Structure = {
  id: "koos-to-womac",
  direction: "lower-is-better",
  variants: [
    { scale: null, rule: "guide", lists: KOOS_2012.map(([id, n]) => list(id, n, FIVE_STEPS)), parts: womacFromKoos },
  ],
  whole: { id: "total", of: "sum" },
};

/** Hip disability and osteoarthritis. As the KOOS; half of each subscale's items: read in published R code. */
const hoos: Structure = {
  id: "hoos",
  direction: "higher-is-better",
  variants: [
    reversedPercents(null, [
      ["symptoms", 5, 3],
      ["pain", 10, 5],
      ["adl", 17, 9],
      ["sport", 4, 2],
      ["qol", 4, 2],
    ]),
  ],
};

/** Short forms of KOOS and HOOS, knee or hip osteoarthritis: two of four answers a scale; the summary is the mean of three (read). */
const shortForm = (id: string): Structure => ({
  id,
  direction: "higher-is-better",
  variants: [
    reversedPercents(null, [
      ["pain", 4, 2],
      ["function", 4, 2],
      ["qol", 4, 2],
    ]),
  ],
  whole: { id: "summary", of: "mean" },
});

/** Sums 0-28 to 0-100, 100 = worst: Perruccio 2008, knee osteoarthritis (read). */
const KOOS_PS_NOMOGRAM = [
  0, 5.6, 10.5, 14.8, 18.6, 22.0, 24.9, 27.5, 29.7, 31.8, 33.6, 35.3, 37.0, 38.6, 40.3, 42.0, 44.0, 46.1, 48.5, 51.2,
  54.4, 57.9, 62.0, 66.6, 71.8, 77.7, 84.3, 91.8, 100,
] as const;

/** Sums 0-20 to 0-100, 100 = worst: Davis 2008, hip osteoarthritis (read). */
const HOOS_PS_NOMOGRAM = [
  0, 4.6, 8.8, 12.7, 16.4, 20.0, 23.4, 26.9, 30.4, 33.9, 37.7, 41.7, 46.1, 50.8, 55.9, 61.6, 67.9, 74.8, 82.4, 90.8,
  100,
] as const;

/** Physical function short forms, Rasch-scored: every item is needed (read). */
const physicalFunction = (id: string, count: number, nomogram: readonly number[]): Structure => ({
  id,
  direction: "lower-is-better",
  variants: oneNumber(count, FIVE_STEPS, "nomogram", [[null, count]]),
  nomogram,
});

/** Knee replacement. 0-48, 48 best (read); up to two missing take the mean (background knowledge of the guide). */
const oks: Structure = {
  id: "oks",
  direction: "higher-is-better",
  variants: oneNumber(12, FIVE_STEPS, "sum", [["impute2", 10]]),
};

export const KNEE_AND_HIP: readonly Structure[] = [
  womac,
  koos,
  koosToWomac,
  hoos,
  shortForm("koos-12"),
  shortForm("hoos-12"),
  physicalFunction("koos-ps", 7, KOOS_PS_NOMOGRAM),
  physicalFunction("hoos-ps", 5, HOOS_PS_NOMOGRAM),
  oks,
];
