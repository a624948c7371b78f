import type { Answers, Names } from "./instrument-schema";

/** Answers as they are sent: an item without a value is among `declined` when the person chose not to answer it. */
export type SentAnswers = { answers: Answers; names: Names; declined: readonly string[] };

/** Said of a correction that changes nothing. */
export const NOTHING_DIFFERS = "Nothing differs from what you sent before. Change an answer first.";

/** Whether a correction changes anything: a value, the name of an activity, or what the person chose not to answer. */
export function differs(now: SentAnswers, before: SentAnswers): boolean {
  const ids = [now, before].flatMap(({ answers, names, declined }) => [
    ...Object.keys({ ...answers, ...names }),
    ...declined,
  ]);
  return ids.some((id) => stateOf(id, now) !== stateOf(id, before));
}

function stateOf(id: string, { answers, names, declined }: SentAnswers): string {
  return JSON.stringify([answers[id] ?? null, names[id] ?? null, declined.includes(id)]);
}
