import type { CalendarDay } from "@/lib/core/calendar";
import { referenceOf } from "@/lib/library/catalogue";
import { phaseDates } from "./phase-dates";
import { type DraftBody, type DraftItem, MOST_LINES_OF_PHASE, MOST_LINES_OF_PLAN } from "./schemas";

/**
 * The place (from 0) of the phase a new line belongs to: the one the plan is in on a day, the last one when all are over, and
 * the first one of a plan that has not begun. `startsOn` is null until something of the plan is published.
 */
export function phaseInProgress(body: DraftBody, startsOn: CalendarDay | null, today: CalendarDay): number {
  if (startsOn === null) return 0;
  const last = phaseDates(startsOn, body.phases).findLastIndex(({ startsOn: from }) => from !== null && from <= today);
  return Math.max(0, last);
}

/**
 * A text with a line more at the end of one of its phases; or why not: `there` when the phase holds the same thing already,
 * `full` when it, or the plan, holds as many lines as it can.
 */
export function withAddition(body: DraftBody, at: number, item: DraftItem): DraftBody | "there" | "full" {
  const phase = body.phases[at];
  const lines = body.phases.reduce((sum, { items }) => sum + items.length, 0);
  if (!phase || phase.items.length >= MOST_LINES_OF_PHASE || lines >= MOST_LINES_OF_PLAN) return "full";
  if (phase.items.some((one) => referenceOf(one) === referenceOf(item))) return "there";
  return { ...body, phases: body.phases.with(at, { ...phase, items: [...phase.items, item] }) };
}
