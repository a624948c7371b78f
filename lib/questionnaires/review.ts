import type { AskedInstrument } from "./instrument-schema";
import { answerInWords, itemsOf, scaleOf } from "./scales";
import { type ScoredPart, scoredParts } from "./scored-parts";

/** An answer as it stands before sending: a value, null when the person would rather not say; absent when not reached. */
export type GivenAnswers = Readonly<Record<string, { value: number | null; named?: string | null | undefined }>>;

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
  /** True when every score this part goes into can be given; also for a part that has none. */
  isScored: boolean;
  /** What the gaps mean for the scores, a sentence each. */
  consequences: string[];
};

/** What would be sent, part by part, and what is missing would mean for each score, by the instrument's missing-answer rule. */
export function reviewParts(instrument: AskedInstrument, answers: GivenAnswers): ReviewedPart[] {
  const scored = scoredParts(instrument).filter(({ isWhole }) => !isWhole);
  const isGiven = (id: string) => Object.hasOwn(answers, id) && answers[id]?.value !== null;
  let number = 0;
  return instrument.subscales.map((subscale) => {
    const scale = scaleOf(instrument, subscale);
    const items = subscale.items.map((item): ReviewedItem => {
      number += 1;
      const given = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
      const text = given?.named ?? item.text;
      if (given === undefined) return { id: item.id, number, text, state: "not-reached", label: null };
      if (given.value === null) return { id: item.id, number, text, state: "declined", label: null };
      return { id: item.id, number, text, state: "answered", label: answerInWords(scale, given.value, item) };
    });
    const ids = new Set(items.map(({ id }) => id));
    const fed = scored.filter(({ itemIds }) => itemIds.some((id) => ids.has(id)));
    const counted = fed.map((part) => ({ part, answered: part.itemIds.filter(isGiven).length }));
    return {
      id: subscale.id,
      title: subscale.title,
      items,
      answered: items.filter(({ state }) => state === "answered").length,
      isScored: counted.every(({ part, answered }) => answered > 0 && answered >= part.needed),
      consequences: counted.flatMap(({ part, answered }) => consequence(part, answered) ?? []),
    };
  });
}

function consequence({ title, needed, itemIds: { length: count } }: ScoredPart, answered: number): string | null {
  if (answered === count) return null;
  if (answered > 0 && answered >= needed) {
    const gaps = count - answered;
    return `${title} can still be scored. ${gaps === 1 ? "The gap counts" : `The ${gaps} gaps count`} as the average of your other answers.`;
  }
  return `${title} needs ${needed} of ${count} answers to be scored. You have given ${answered}, so there will be no score for this part.`;
}

/** The first item neither answered nor declined; null when all are. */
export function nextItemId(instrument: AskedInstrument, answers: GivenAnswers): string | null {
  return itemsOf(instrument).find(({ item }) => !Object.hasOwn(answers, item.id))?.item.id ?? null;
}
