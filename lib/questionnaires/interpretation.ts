import type { Reference } from "./instrument-schema";
import type { Direction } from "./vocabulary";

/**
 * A score as people see it, in the instrument's direction and not rounded; null with the reason it could not be scored. `least` and `most` are
 * the ends it can have.
 */
export type ShownScore = { value: number | null; reason: string | null; least: number; most: number };

type Ends = Pick<ShownScore, "least" | "most">;

/** Places shown after the point: none on a long scale, one on a scale of at most ten steps. */
const placesOf = ({ least, most }: Ends) => (most - least <= 10 ? 1 : 0);

const HUNDRED: Ends = { least: 0, most: 100 };

/** The number a person reads. Scores are rounded here and nowhere else; halves go up. */
export function displayScore(value: number, ends: Ends = HUNDRED): number {
  const scale = 10 ** placesOf(ends);
  return Math.round(Number((value * scale).toFixed(9))) / scale;
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

/** "40 of 100"; on a scale that does not begin at 0 the beginning is said. */
function numberInWords(value: number, ends: Ends): string {
  const shown = displayScore(value, ends);
  return ends.least === 0 ? `${shown} of ${ends.most}` : `${shown} (from ${ends.least} to ${ends.most})`;
}

/** One score in a sentence: "Pain: 40 of 100. Lower is better." */
export function interpretScore(title: string, shown: ShownScore, direction: Direction): string {
  if (shown.value === null) return unscored(title, shown.reason);
  return `${title}: ${numberInWords(shown.value, shown)}. ${directionInWords(direction)}.`;
}

export type ChangeToInterpret = {
  /** Title of the scored part. */
  title: string;
  now: ShownScore;
  /** The score of the first answers; null when there are none before these. */
  first: ShownScore | null;
  direction: Direction;
  references?: readonly Reference[];
  /** Whether the references were measured with this very instrument. */
  areOwn?: boolean;
};

/** `improvement` is in points of the scale, not rounded; null when either score is missing. */
export type InterpretedChange = { sentence: string; improvement: number | null; referenceLines: string[] };

/**
 * A score against the first one: "Pain: 40 of 100, was 62. Lower is better, so this is 22 better." The difference said is
 * between the two numbers said, so that they add up. A published figure of the very instrument is held against the change; one of another
 * instrument comes as a line of its own and is never compared with our scores.
 */
export function interpretChange(change: ChangeToInterpret): InterpretedChange {
  const { title, now, first, direction, references = [], areOwn = false } = change;
  const nothing = (sentence: string) => ({
    sentence,
    improvement: null,
    referenceLines: references.map((reference) => referenceInWords(reference, areOwn)),
  });
  if (now.value === null) return nothing(unscored(title, now.reason));
  if (first === null || first.value === null) {
    const why = first === null ? "" : " The first answers were too few to score, so there is nothing to compare with.";
    return nothing(interpretScore(title, now, direction) + why);
  }
  const shownNow = displayScore(now.value, now);
  const shownFirst = displayScore(first.value, now);
  const points = displayScore(improvement(shownNow, shownFirst, direction), now);
  const amount = points === 0 ? "no change" : `${Math.abs(points)} ${points > 0 ? "better" : "worse"}`;
  const [nowValue, firstValue] = [now.value, first.value];
  return {
    sentence: `${title}: ${numberInWords(now.value, now)}, was ${shownFirst}. ${directionInWords(direction)}, so this is ${amount}.`,
    improvement: improvement(nowValue, firstValue, direction),
    referenceLines: references.map((reference) =>
      areOwn && reference.kind !== "pass"
        ? judgedInWords(reference, { now: nowValue, first: firstValue, direction })
        : referenceInWords(reference, areOwn),
    ),
  };
}

const REFERENCE_WORDS: Record<Reference["kind"], (value: number) => string> = {
  mic: (value) => `a change of ${value} was the least that mattered to people`,
  mdc: (value) => `a change below ${value} could be normal variation`,
  pass: (value) => `people called their state acceptable at about ${value}`,
};

/** A published figure. One of another instrument is marked as such, and as of no proven worth for ours. */
export function referenceInWords(reference: Reference, isOwn = false): string {
  const { kind, value, scale, population, source, instrument } = reference;
  const figure = REFERENCE_WORDS[kind](Math.abs(value));
  const where = `Scale: ${scale}. People: ${population}. Source: ${source}.`;
  if (isOwn) return `${figure.charAt(0).toUpperCase()}${figure.slice(1)}. ${where}`;
  return `Reference from the licensed instrument (${instrument}): ${figure}. ${where} It is not shown to hold for these questions.`;
}

type Compared = { now: number; first: number; direction: Direction };

/** A change held against a published figure of the same instrument. */
function judgedInWords(
  { kind, value, scale, population, source }: Reference,
  { now, first, direction }: Compared,
): string {
  const size = Math.abs(value);
  const isBetter = improvement(now, first, direction) >= 0;
  const isReached = isBetter
    ? meetsThreshold(now, first, direction, size)
    : meetsThreshold(first, now, direction, size);
  const where = `Reference: ${size} points. Scale: ${scale}. People: ${population}. Source: ${source}.`;
  if (kind === "mdc") {
    return isReached
      ? `The change is larger than normal variation. ${where}`
      : `The change is within normal variation. ${where}`;
  }
  if (isReached && !isBetter)
    return `The score is worse by more than people usually notice when they improve. ${where}`;
  return isReached
    ? `The change is at least what people usually notice. ${where}`
    : `The change is smaller than what people usually notice. ${where}`;
}
