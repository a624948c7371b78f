import type { AskedInstrument } from "./schemas";
import { answersNeeded } from "./scoring";

/** An answer as it stands before sending: a value, null when the person would rather not say; absent when not reached. */
export type GivenAnswers = Readonly<Record<string, { value: number | null }>>;

export type ReviewedItem = {
  id: string;
  /** Place in the whole questionnaire, from 1. */
  number: number;
  text: string;
  state: "answered" | "declined" | "not-reached";
  /** The words of the answer; null when there is none. */
  label: string | null;
};

export type ReviewedPart = {
  id: string;
  title: string;
  items: ReviewedItem[];
  answered: number;
  needed: number;
  isScored: boolean;
  /** What the gaps mean for the score; null without gaps. */
  consequence: string | null;
};

/** What would be sent, part by part, and what is missing would mean for each score, by the instrument's missing-answer rule. */
export function reviewParts(instrument: AskedInstrument, answers: GivenAnswers): ReviewedPart[] {
  const labels = new Map(instrument.scale.options.map(({ value, label }) => [value, label]));
  let number = 0;
  return instrument.subscales.map((subscale) => {
    const items = subscale.items.map(({ id, text }): ReviewedItem => {
      number += 1;
      const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (given === undefined) return { id, number, text, state: "not-reached", label: null };
      if (given.value === null) return { id, number, text, state: "declined", label: null };
      return { id, number, text, state: "answered", label: labels.get(given.value) ?? null };
    });
    const answered = items.filter(({ state }) => state === "answered").length;
    const needed = answersNeeded(subscale, instrument.missingRule);
    const isScored = answered > 0 && answered >= needed;
    const counts = { title: subscale.title, answered, needed, count: items.length };
    return {
      id: subscale.id,
      title: subscale.title,
      items,
      answered,
      needed,
      isScored,
      consequence: consequence(counts),
    };
  });
}

function consequence(part: { title: string; answered: number; needed: number; count: number }): string | null {
  const { title, answered, needed, count } = part;
  if (answered === count) return null;
  if (answered > 0 && answered >= needed) {
    const gaps = count - answered;
    return `${title} can still be scored. ${gaps === 1 ? "The gap counts" : `The ${gaps} gaps count`} as the average of your other answers.`;
  }
  return `${title} needs ${needed} of ${count} answers to be scored. You have given ${answered}, so there will be no score for this part.`;
}

/** The first item neither answered nor declined; null when all are. */
export function nextItemId(instrument: AskedInstrument, answers: GivenAnswers): string | null {
  const ids = instrument.subscales.flatMap((subscale) => subscale.items.map(({ id }) => id));
  return ids.find((id) => !Object.hasOwn(answers, id)) ?? null;
}

/** Minutes left, in proportion to the questions left and never less than 1. */
export function minutesLeft(minutes: number, left: number, count: number): number {
  return Math.max(1, Math.ceil((minutes * left) / count));
}
