import type { ReadAnswers } from "./read-answers";
import type { AnswerScale, Bands, Formula, Part, Variant } from "./structure";
import { imputedSum, onRange, stands, type Tally, tally } from "./tally";

/** One number, or the reason there is none. Not rounded. */
export type PlainScore = { score: number | null; answered: number; reason: string | null };
/** A sum looked up in a nomogram, which gives 0-100 in both directions. */
export type NomogramScore = {
  raw: number | null;
  worst100: number | null;
  best100: number | null;
  answered: number;
  reason: string | null;
};
/** A sum with its range and both directions; `imputed` counts the unanswered items that took the mean. */
export type SumScore = {
  raw: number | null;
  range: [min: number, max: number];
  worst100: number | null;
  best100: number | null;
  answered: number;
  imputed: number;
  reason: string | null;
};
export type PartScore = PlainScore | NomogramScore | SumScore;

/** "4 of 17 missing, at most 3 allowed". */
export function missingReason({ count, answered }: Tally, needed: number): string {
  const allowed = count - needed;
  return `${count - answered} of ${count} missing, ${allowed > 0 ? `at most ${allowed}` : "none"} allowed`;
}

/** Scores one part of an instrument from the answers to its items. */
export function scorePart(
  part: Part,
  { lists }: Variant,
  answers: ReadAnswers,
  nomogram: readonly number[] = [],
): PartScore {
  const scale = lists.find(({ id }) => id === part.from)?.scale;
  const given = answers.get(part.from);
  if (!scale || !given) throw new Error(`part ${part.id} is made of ${part.from}, which is no list`);
  const counted = tally(part.at ? part.at.map((item) => given[item - 1] ?? null) : given);
  const isScored = stands(counted, part.needed);
  const reason = isScored ? null : missingReason(counted, part.needed);
  const { answered, count } = counted;
  if (part.formula === "range") {
    const ends: SumScore["range"] = [scale.least * count, scale.most * count];
    const { raw, range, worst100, best100 } = onRange(isScored ? imputedSum(counted) : null, ends, reason ?? "");
    return { raw, range, worst100, best100, answered, imputed: isScored ? count - answered : 0, reason };
  }
  if (part.formula === "nomogram") {
    const raw = isScored ? imputedSum(counted) : null;
    const worst100 = raw === null ? null : (nomogram[raw] ?? null);
    return { raw, worst100, best100: worst100 === null ? null : 100 - worst100, answered, reason };
  }
  return { score: isScored ? plainScore(part.formula, counted, scale) : null, answered, reason };
}

function plainScore(formula: Exclude<Formula, "range" | "nomogram">, counted: Tally, scale: AnswerScale): number {
  const { sum, answered } = counted;
  const percent = ((sum - scale.least * answered) * 100) / ((scale.most - scale.least) * answered);
  switch (formula) {
    case "sum":
      return imputedSum(counted);
    case "mean":
      return sum / answered;
    case "count":
      return sum;
    case "percent":
      return percent;
    case "percent-reversed":
      return 100 - percent;
  }
}

/** The word for a score, by its bands; null without a score. */
export function bandOf({ edge, words }: Bands, score: number | null): string | null {
  if (score === null) return null;
  const found = edge === "from" ? words.findLast(([from]) => score >= from) : words.find(([upTo]) => score <= upTo);
  return found?.[1] ?? null;
}
