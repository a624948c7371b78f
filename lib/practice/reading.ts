import type { CalendarDay } from "@/lib/core/calendar";
import { occurrences } from "@/lib/plans/schedule";
import { lineById, type Planned, type PlannedLine } from "./plan-lines";

/** An article a patient has been given, on the latest day it fell due. */
export type GivenArticle = { line: PlannedLine; dueOn: CalendarDay };

/**
 * The articles given up to a day, newest first: one for each line of the plans, as it stood when it last fell due. What is
 * due later is left out. @throws RangeError on a bad day.
 */
export function givenArticles(plans: readonly Planned[], day: CalendarDay): GivenArticle[] {
  const latest = new Map<string, GivenArticle>();
  for (const plan of plans) {
    const from = plan.versions.map((version) => version.effectiveOn).sort()[0];
    if (!from || from > day) continue;
    for (const { itemId, key, kind, dueOn } of occurrences(plan, from, day)) {
      const line = kind === "article" ? lineById(plans, itemId)?.line : undefined;
      if (line) latest.set(key, { line, dueOn });
    }
  }
  return [...latest.values()].sort((a, b) => (a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : 0));
}

/** Whether a line of a plan fell due on a day. @throws RangeError on a bad day. */
export function wasDueOn(plan: Planned, key: string, day: CalendarDay): boolean {
  return occurrences(plan, day, day).some((due) => due.key === key);
}
