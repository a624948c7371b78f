import type { CriteriaInput, PhaseCriteria } from "./criteria-schema";

type ScoreCriterion = NonNullable<PhaseCriteria["score"]>;

/** What a phase is first made to ask for. Our own round figures, which no study has tested, as the words for their source say. */
export const firstCriteria = (): CriteriaInput => ({
  painAtMost: { value: 3, sessions: 3 },
  repetitionsReached: true,
  score: null,
  source: "This clinic's own rule. No study has tested it.",
});

/** "Knee and hip index" of "knee-and-hip-index". */
const fromSlug = (slug: string): string => {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a phase asks for before the next, a line each, in plain words. The source is not among them. */
export function criteriaInWords(criteria: PhaseCriteria): string[] {
  const { painAtMost, repetitionsReached, score } = criteria;
  const lines: string[] = [];
  if (painAtMost) lines.push(painCriterionInWords(painAtMost));
  if (repetitionsReached) lines.push("Every exercise of the phase done in full the last time");
  if (score) lines.push(scoreCriterionInWords(score));
  return lines;
}

/** "Pain at or under 3 in the last 4 sessions". Pain is 0-10; a session is a day of practice. */
function painCriterionInWords({ value, sessions }: NonNullable<PhaseCriteria["painAtMost"]>): string {
  return `Pain at or under ${value} in the last ${sessions === 1 ? "session" : `${sessions} sessions`}`;
}

/** "Knee and hip index (function): 40 or less". */
export function scoreCriterionInWords({ slug, part, is, value }: ScoreCriterion): string {
  return `${fromSlug(slug)} (${part.replaceAll("-", " ")}): ${value} or ${is === "at-most" ? "less" : "more"}`;
}

/** Whether two say the same. Nothing and null are one. */
export function isSameCriteria(
  before: PhaseCriteria | null | undefined,
  after: PhaseCriteria | null | undefined,
): boolean {
  if (!before || !after) return !before === !after;
  return before.source === after.source && criteriaInWords(before).join() === criteriaInWords(after).join();
}
