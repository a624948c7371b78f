import { type AskedQuestion, askedQuestions } from "./asked-questions";
import type { SentAnswers } from "./differs";
import type { AskedInstrument } from "./instrument-schema";
import { answerInWords, itemsOf } from "./scales";
import { type ScoredPart, scoredParts } from "./scored-parts";

/** An answer as it stands before sending: a value, null when the person would rather not say; absent when not reached. */
export type GivenAnswers = Readonly<Record<string, { value: number | null; named?: string | null | undefined }>>;

/** One question, or a whole list to tick. `id` is that of its first item. */
export type ReviewedItem = {
  id: string;
  /** Place in the whole questionnaire, from 1. */
  number: number;
  text: string;
  state: "answered" | "declined" | "not-reached";
  /** The words of the answer: one, or everything ticked. Empty when there is none. */
  labels: string[];
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
  const asked = askedQuestions(instrument);
  const scored = scoredParts(instrument).filter(({ isWhole }) => !isWhole);
  return instrument.subscales.map((subscale) => {
    const questions = asked.filter((question) => question.subscale === subscale);
    const items = questions.map((question) => reviewedItem(question, answers));
    const ids = new Set(subscale.items.map(({ id }) => id));
    const fed = scored.filter(({ itemIds }) => itemIds.some((id) => ids.has(id)));
    const counted = fed.map((part) => ({ ...part, ...countOf(part, asked, answers) }));
    return {
      id: subscale.id,
      title: subscale.title,
      items,
      answered: items.filter(({ state }) => state === "answered").length,
      isScored: counted.every(({ answered, needed }) => answered > 0 && answered >= needed),
      consequences: counted.flatMap((part) => consequence(part) ?? []),
    };
  });
}

const givenTo = (id: string, answers: GivenAnswers) => (Object.hasOwn(answers, id) ? answers[id] : undefined);

function reviewedItem(
  { id, number, subscale, scale, items }: AskedQuestion<AskedInstrument>,
  answers: GivenAnswers,
): ReviewedItem {
  const given = items.map((item) => ({ item, answer: givenTo(item.id, answers) }));
  const isList = scale.kind === "tick";
  const text = isList ? subscale.stem || subscale.title : (given[0]?.answer?.named ?? given[0]?.item.text ?? "");
  if (given.some(({ answer }) => answer === undefined)) return { id, number, text, state: "not-reached", labels: [] };
  if (given.every(({ answer }) => answer?.value === null)) return { id, number, text, state: "declined", labels: [] };
  const ticked = given.filter(({ answer }) => answer?.value === 1).map(({ item }) => item.text);
  const labels = isList
    ? ticked.length > 0
      ? ticked
      : [scale.none]
    : given.flatMap(({ item, answer }) =>
        typeof answer?.value === "number" ? answerInWords(scale, answer.value, item) : [],
      );
  return { id, number, text, state: "answered", labels };
}

type Counted = Pick<ScoredPart, "title" | "needed"> & { answered: number; count: number };

/** How a scored part stands, in questions as they are asked: a list to tick is one, answered as a whole. */
function countOf(
  { itemIds, needed }: ScoredPart,
  asked: readonly AskedQuestion[],
  answers: GivenAnswers,
): Omit<Counted, "title"> {
  const of = new Set(itemIds);
  const questions = asked.filter(({ items }) => items.some(({ id }) => of.has(id)));
  const isGiven = (id: string) => typeof givenTo(id, answers)?.value === "number";
  const count = questions.length;
  const answered = questions.filter(({ items }) => items.some(({ id }) => isGiven(id))).length;
  return { answered, count, needed: needed === itemIds.length ? count : Math.min(needed, count) };
}

function consequence({ title, needed, answered, count }: Counted): string | null {
  if (answered === count) return null;
  if (count === 1) return `${title} needs an answer to be scored. Without one there will be no score for this part.`;
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

/** What would be sent of the answers as they stand. */
export function sentAnswers(instrument: AskedInstrument, given: GivenAnswers): SentAnswers {
  const all = itemsOf(instrument).map(({ item: { id } }) => ({ id, answer: givenTo(id, given) }));
  return {
    answers: Object.fromEntries(all.map(({ id, answer }) => [id, answer?.value ?? null])),
    names: Object.fromEntries(all.flatMap(({ id, answer }) => (answer?.named ? [[id, answer.named]] : []))),
    declined: all.flatMap(({ id, answer }) => (answer?.value === null ? [id] : [])),
  };
}
