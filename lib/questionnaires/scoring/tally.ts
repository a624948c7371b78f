/** Answers to the items of one part, counted. `sum` is of the answered ones alone. */
export type Tally = { count: number; answered: number; sum: number };

/** Counts answers; null is not answered and adds nothing, not even a zero. */
export function tally(values: readonly (number | null)[]): Tally {
  let answered = 0;
  let sum = 0;
  for (const value of values) {
    if (value === null) continue;
    answered += 1;
    sum += value;
  }
  return { count: values.length, answered, sum };
}

/** Whether there is a score: as many answers as the rule needs, and one at least whatever the rule. */
export function stands({ answered }: Tally, needed: number): boolean {
  return answered > 0 && answered >= needed;
}

/**
 * The sum with each unanswered item taking the mean of the answered ones: mean × number of items. Exact when all are
 * answered. Only for a tally that stands.
 */
export function imputedSum({ count, answered, sum }: Tally): number {
  return (sum * count) / answered;
}

/**
 * A score that stands, or the reason why it does not. `raw` lies in `range`; `worst100` is 0 (best) to 100 (worst) and
 * `best100` the reverse. None of them is rounded.
 */
export type RangeScore = { range: [min: number, max: number] } & (
  | { raw: number; worst100: number; best100: number; reason: null }
  | { raw: null; worst100: null; best100: null; reason: string }
);

/** A raw score on 0-100 both ways. `range` runs from best to worst; `reason` is kept only when `raw` is null. */
export function onRange(raw: number | null, range: RangeScore["range"], reason: string): RangeScore {
  if (raw === null) return { raw, range, worst100: null, best100: null, reason };
  const [min, max] = range;
  const worst100 = ((raw - min) * 100) / (max - min);
  return { raw, range, worst100, best100: 100 - worst100, reason: null };
}

/** The sum of scores that all run from best to worst; none when one of them has none, and the reason names those. */
export function totalOf(parts: readonly (Pick<RangeScore, "raw" | "range"> & { title: string })[]): RangeScore {
  const range: RangeScore["range"] = [0, 0];
  let raw: number | null = 0;
  for (const part of parts) {
    range[0] += part.range[0];
    range[1] += part.range[1];
    if (raw !== null) raw = part.raw === null ? null : raw + part.raw;
  }
  return onRange(raw, range, noScoreFor(parts.filter((part) => part.raw === null).map(({ title }) => title)));
}

/** Why a score made of others is not there. */
export function noScoreFor(titles: readonly string[]): string {
  return `no score for ${titles.join(", ")}`;
}
