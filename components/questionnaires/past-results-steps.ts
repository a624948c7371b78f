import type { PastReport } from "@/lib/questionnaires/past-report";

/** What was found in a file that could be read. */
export type PastFindings = Extract<PastReport, { ok: true }>;
type Outcome = PastFindings["outcomes"][number]["state"];

/** How many lines would do what. */
export function countsOf({ outcomes }: Pick<PastFindings, "outcomes">): Record<Outcome, number> {
  const countOf = (wanted: Outcome) => outcomes.find(({ state }) => state === wanted)?.count ?? 0;
  return { new: countOf("new"), known: countOf("known"), wrong: countOf("wrong") };
}

/** 2950 as "2,950". */
export const inThousands = (count: number) => count.toLocaleString("en-GB");

/** "1 result", "1,200 results". */
export const inResults = (count: number) => (count === 1 ? "1 result" : `${inThousands(count)} results`);
