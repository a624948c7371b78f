import { missingReason, type PlainScore } from "./parts";
import type { ReadAnswers } from "./read-answers";
import { imputedSum, stands, tally } from "./tally";

/** The subscale of distress: items 5 to 8 and the bothersomeness. */
const DISTRESS_FROM = 5;
/** Bothersomeness that counts as one point, of 0-4. */
const BOTHERED_FROM = 3;
const MOST_AT_LOW_RISK = 3;
const LEAST_DISTRESS_AT_HIGH_RISK = 4;

/**
 * Risk of lasting trouble in adults with low back pain in primary care. Total 0-9: eight items and one point for a bothersomeness of 3
 * or 4. Subscale 0-5: items 5 to 8 and that point. Up to 3 is low; above it, 4 of the subscale or more is high, else medium. All
 * answers are needed, of the subscale for the subscale. (Read in a source.)
 */
export function scoreStartBack(answers: ReadAnswers): {
  scores: { total: PlainScore; subscale: PlainScore };
  band: "low" | "medium" | "high" | null;
} {
  const items = answers.get("items") ?? [];
  const bother = (answers.get("bother") ?? []).map((given) => (given === null ? null : Number(given >= BOTHERED_FROM)));
  const total = sumOfAll([...items, ...bother]);
  const subscale = sumOfAll([...items.slice(DISTRESS_FROM - 1), ...bother]);
  return { scores: { total, subscale }, band: riskOf(total.score, subscale.score) };
}

function sumOfAll(values: readonly (number | null)[]): PlainScore {
  const counted = tally(values);
  const isScored = stands(counted, counted.count);
  return {
    score: isScored ? imputedSum(counted) : null,
    answered: counted.answered,
    reason: isScored ? null : missingReason(counted, counted.count),
  };
}

function riskOf(total: number | null, distress: number | null): "low" | "medium" | "high" | null {
  if (total === null || distress === null) return null;
  if (total <= MOST_AT_LOW_RISK) return "low";
  return distress >= LEAST_DISTRESS_AT_HIGH_RISK ? "high" : "medium";
}
