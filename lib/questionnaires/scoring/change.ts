import { improvement, meetsThreshold } from "../interpretation";

/** Two scores of one person on one scale, and thresholds in points (`mic`) and in percent of the baseline (`micPercent`). */
export type ChangeToScore = {
  baseline: number;
  followUp: number;
  isHigherWorse: boolean;
  mic: number | null;
  micPercent: number | null;
};

/** `delta` is follow-up less baseline; `improvement` is positive when better. Null where there is nothing to compare with. */
export type ScoredChange = {
  delta: number;
  improvement: number;
  improvementPercent: number | null;
  meetsMic: boolean | null;
  meetsPercent: boolean | null;
};

/**
 * A change against the least that matters. A threshold is met by an improvement of as much or more, compared as decimals. It holds for
 * the instrument, scale and population it was measured in alone: which those are is for the caller to know.
 */
export function scoreChange({ baseline, followUp, isHigherWorse, mic, micPercent }: ChangeToScore): ScoredChange {
  const direction = isHigherWorse ? "lower-is-better" : "higher-is-better";
  const better = improvement(followUp, baseline, direction);
  const percent = baseline === 0 ? null : (better * 100) / Math.abs(baseline);
  const improvementPercent = percent !== null && Number.isFinite(percent) ? percent : null;
  return {
    delta: followUp - baseline,
    improvement: better,
    improvementPercent,
    meetsMic: mic === null ? null : meetsThreshold(followUp, baseline, direction, mic),
    meetsPercent:
      micPercent === null || improvementPercent === null
        ? null
        : meetsThreshold(improvementPercent, 0, "higher-is-better", micPercent),
  };
}
