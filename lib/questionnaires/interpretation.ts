import type { Instrument } from "./schemas";
import type { Direction } from "./vocabulary";

type Reference = Instrument["references"][number];

/** A score as people see it: 0-100 in the instrument's direction, not rounded; null with the reason it could not be scored. */
export type ShownScore = { value: number | null; reason: string | null };

/**
 * Whole number for a person to read. Scores are rounded here and nowhere else; halves go up.
 */
export function displayScore(value: number): number {
  return Math.round(Number(value.toFixed(9)));
}

/** How much better now than first, in points of the scale; negative when worse. */
export function improvement(now: number, first: number, direction: Direction): number {
  return direction === "lower-is-better" ? first - now : now - first;
}

/**
 * Whether the improvement is at least the threshold, both in points of one scale. Compared as decimals to nine places, so
 * that 12.3 to 3.2 meets 9.1. A threshold holds only for the instrument, scale and population it was measured in.
 */
export function meetsThreshold(now: number, first: number, direction: Direction, threshold: number): boolean {
  return Math.round((improvement(now, first, direction) - threshold) * 1e9) >= 0;
}

function directionInWords(direction: Direction): string {
  return direction === "lower-is-better" ? "Lower is better" : "Higher is better";
}

function unscored(title: string, reason: string | null): string {
  return `${title}: too little was answered to score this part${reason === null ? "" : ` (${reason})`}.`;
}

/** One score in a sentence: "Pain: 40 of 100. Lower is better." */
export function interpretScore(title: string, { value, reason }: ShownScore, direction: Direction): string {
  if (value === null) return unscored(title, reason);
  return `${title}: ${displayScore(value)} of 100. ${directionInWords(direction)}.`;
}

export type ChangeToInterpret = {
  /** Title of the subscale. */
  title: string;
  now: ShownScore;
  /** The score of the first answers; null when there are none before these. */
  first: ShownScore | null;
  direction: Direction;
  reference?: Reference | null;
};

/** `improvement` is in points of 0-100, not rounded; null when either score is missing. */
export type InterpretedChange = { sentence: string; improvement: number | null; referenceLine: string | null };

/**
 * A score against the first one: "Pain: 40 of 100, was 62. Lower is better, so this is 22 better." The difference said is
 * between the two numbers said, so that they add up. A published figure comes as a line of its own and is never compared
 * with our scores: it was measured with another instrument.
 */
export function interpretChange({ title, now, first, direction, reference }: ChangeToInterpret): InterpretedChange {
  const referenceLine = reference ? referenceInWords(reference) : null;
  if (now.value === null) return { sentence: unscored(title, now.reason), improvement: null, referenceLine };
  if (first === null || first.value === null) {
    const why = first === null ? "" : " The first answers were too few to score, so there is nothing to compare with.";
    return { sentence: interpretScore(title, now, direction) + why, improvement: null, referenceLine };
  }
  const shownNow = displayScore(now.value);
  const shownFirst = displayScore(first.value);
  const points = improvement(shownNow, shownFirst, direction);
  const amount = points === 0 ? "no change" : `${Math.abs(points)} ${points > 0 ? "better" : "worse"}`;
  return {
    sentence: `${title}: ${shownNow} of 100, was ${shownFirst}. ${directionInWords(direction)}, so this is ${amount}.`,
    improvement: improvement(now.value, first.value, direction),
    referenceLine,
  };
}

const REFERENCE_WORDS: Record<Reference["kind"], (value: number) => string> = {
  mic: (value) => `a change of ${value} was the least that mattered to people`,
  mdc: (value) => `a change below ${value} could be normal variation`,
  pass: (value) => `people called their state acceptable at about ${value}`,
};

/** A published figure, marked as one of the licensed instrument it was measured with and of no proven worth for ours. */
export function referenceInWords({ kind, value, scale, population, source, instrument }: Reference): string {
  const figure = REFERENCE_WORDS[kind](Math.abs(value));
  return [
    `Reference from the licensed instrument (${instrument}): ${figure}.`,
    `Scale: ${scale}. People: ${population}. Source: ${source}.`,
    "It is not shown to hold for these questions.",
  ].join(" ");
}
