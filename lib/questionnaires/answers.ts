/**
 * An answer before sending. Null: the person would rather not say. `named` is the activity, where they name it themselves. `answeredAt` is ISO
 * in UTC, with milliseconds.
 */
export type KeptAnswer = { value: number | null; named?: string | null; answeredAt: string };

/**
 * What stands for a question after saving: `kept` is false when a newer answer was there already. `receivedAt` is the portal's
 * clock, ISO in UTC.
 */
export type SavedAnswer = KeptAnswer & { kept: boolean; receivedAt: string };

/** Of two answers to one question the newer; the first of two as old as each other. */
export function newerAnswer(a: KeptAnswer | undefined, b: KeptAnswer | undefined): KeptAnswer | undefined {
  if (!a || !b) return a ?? b;
  return Date.parse(b.answeredAt) > Date.parse(a.answeredAt) ? b : a;
}
