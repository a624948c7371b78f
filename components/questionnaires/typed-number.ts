/** Digits typed one after another, and when the last one was, in milliseconds of any steady clock. */
export type Typed = { text: string; at: number };

export const NOTHING_TYPED: Typed = { text: "", at: Number.NEGATIVE_INFINITY };

/** Two digits within this time are one number: 1 and then 0 is 10. */
const TOGETHER_MS = 1200;

/** A key on a row of numbers. `value` is the number it chooses; null when it chooses none. */
export function typeDigit(
  typed: Typed,
  key: string,
  at: number,
  { least, most }: { least: number; most: number },
): { typed: Typed; value: number | null } {
  if (!/^\d$/.test(key)) return { typed, value: null };
  const fits = (text: string) => Number(text) >= least && Number(text) <= most;
  const joined = at - typed.at <= TOGETHER_MS ? typed.text + key : key;
  if (fits(joined)) return { typed: { text: joined, at }, value: Number(joined) };
  if (fits(key)) return { typed: { text: key, at }, value: Number(key) };
  return { typed: { text: joined.length < String(most).length ? joined : key, at }, value: null };
}
