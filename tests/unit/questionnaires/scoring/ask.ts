import { scoreLine } from "@/lib/questionnaires/score-lines";

export type Answer = number | boolean | null;
export type Lists = Record<string, unknown>;

/** What the command answers to one question. */
export const ask = (question: unknown): Record<string, unknown> => JSON.parse(scoreLine(JSON.stringify(question)));

export const askScores = (
  instrument: string,
  answers: Lists,
  choices: { rule?: string; scale?: string } = {},
): Record<string, Record<string, number | string | null>> => {
  const { scores, error } = ask({ instrument, answers, ...choices });
  if (!scores) throw new Error(JSON.stringify(error));
  return scores as Record<string, Record<string, number | string | null>>;
};

/** The total of an instrument of one list. */
export const askTotal = (instrument: string, items: readonly unknown[], rule?: string) =>
  askScores(instrument, { items }, rule ? { rule } : {}).total;

export const repeat = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

/** `answered` times the value, the rest of `count` not answered. */
export const partly = (answered: number, count: number, value: Answer): Answer[] => [
  ...repeat(answered, value),
  ...repeat(count - answered, null),
];

export const KOOS_SIZES = { symptoms: 7, pain: 9, adl: 17, sport: 5, qol: 4 } as const;
export const HOOS_SIZES = { symptoms: 5, pain: 10, adl: 17, sport: 4, qol: 4 } as const;

/** Every list of the sizes filled with one value, but those given. */
export const filled = (sizes: Readonly<Record<string, number>>, value: Answer, but: Lists = {}): Lists => ({
  ...Object.fromEntries(Object.entries(sizes).map(([id, count]) => [id, repeat(count, value)])),
  ...but,
});
