import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { type AnsweredQuestionnaire, openQuestionnaires } from "@/lib/plans/open-questionnaires";
import { dueOn, occurrenceId, occurrences, type PlanTimeline, type ScheduledItem } from "@/lib/plans/schedule";

/** A line of a plan with what asking its questions needs. `slug` names the questionnaire. */
type AskedItem = ScheduledItem & { slug: string; title: string; note: string; instrumentVersionId: string | null };
type AskedVersion = Omit<PlanTimeline["versions"][number], "items"> & { items: readonly AskedItem[] };
/** A published plan, or a request, as these rules take it. */
export type AskedPlan = Pick<PlanTimeline, "endsOn" | "pauses"> & { versions: readonly AskedVersion[] };

/** A questionnaire on one day it falls due. Its words and its instrument are those in force on that day. */
export type Occasion = {
  itemKey: string;
  dueOn: CalendarDay;
  slug: string;
  title: string;
  note: string;
  instrumentVersionId: string;
};
/** `closesOn` is the last day it can be answered; null for as long as it takes. */
export type DueOccasion = Occasion & { overdueDays: number; closesOn: CalendarDay | null };

/** A copy that was answered: of which occasion, of which questionnaire, and the day the answers speak of. */
export type AnsweredOccasion = AnsweredQuestionnaire & { itemKey: string; dueOn: CalendarDay };

/** How far ahead the next day of a questionnaire is looked for, in days: the longest schedule there can be. */
const HORIZON_DAYS = 731;

function occasionOf(plan: AskedPlan, occurrence: { versionId: string; itemId: string; dueOn: CalendarDay }) {
  const version = plan.versions.find(({ versionId }) => versionId === occurrence.versionId);
  const item = version?.items.find(({ id }) => id === occurrence.itemId);
  if (!item?.instrumentVersionId) return null;
  const { key: itemKey, slug, title, note, instrumentVersionId } = item;
  return { itemKey, dueOn: occurrence.dueOn, slug, title, note, instrumentVersionId };
}

/** What falls due by the lines alone, answered or not by another copy. */
function dueByLine(plans: readonly AskedPlan[], today: CalendarDay, settled: ReadonlySet<string>): DueOccasion[] {
  return plans.flatMap((plan) =>
    dueOn(plan, today, settled).flatMap((due) => {
      if (due.kind !== "questionnaire" || due.occasion !== 1 || due.settled) return [];
      const inForce = occurrences(plan, due.dueOn, due.dueOn).find(({ key }) => key === due.key);
      const occasion = occasionOf(plan, inForce ?? due);
      return occasion ? [{ ...occasion, overdueDays: due.overdueDays, closesOn: due.closesOn }] : [];
    }),
  );
}

/**
 * What is to be answered on a day and is not yet, longest overdue first: one copy of each questionnaire, however many lines ask for it.
 * `begun` names copies by `copyId`.
 */
export function dueOccasions(
  plans: readonly AskedPlan[],
  today: CalendarDay,
  answered: readonly AnsweredOccasion[],
  begun: ReadonlySet<string> = new Set(),
): DueOccasion[] {
  const settled = new Set(answered.map(({ itemKey, dueOn: day }) => occurrenceId(itemKey, day, 1)));
  const due = dueByLine(plans, today, settled).map((one) => ({ ...one, key: one.itemKey }));
  return openQuestionnaires(due, answered, begun)
    .map(({ key: _key, ...one }) => one)
    .sort((a, b) => b.overdueDays - a.overdueDays);
}

/** The occasion, when it is open on that day: due by then, not lapsed, not closed. Else null. */
export function openOccasion(
  plans: readonly AskedPlan[],
  wanted: { itemKey: string; dueOn: CalendarDay },
  today: CalendarDay,
): DueOccasion | null {
  const isWanted = (due: Occasion) => due.itemKey === wanted.itemKey && due.dueOn === wanted.dueOn;
  return dueByLine(plans, today, new Set()).find(isWanted) ?? null;
}

/** The next day after today of each questionnaire, soonest first. */
export function comingOccasions(plans: readonly AskedPlan[], today: CalendarDay): Occasion[] {
  const next = new Map<string, Occasion>();
  for (const plan of plans) {
    for (const occurrence of occurrences(plan, addDays(today, 1), addDays(today, HORIZON_DAYS))) {
      if (occurrence.kind !== "questionnaire") continue;
      const occasion = next.has(occurrence.key) ? null : occasionOf(plan, occurrence);
      if (occasion) next.set(occurrence.key, occasion);
    }
  }
  return [...next.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
