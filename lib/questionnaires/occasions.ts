import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { dueOn, occurrenceId, occurrences, type PlanTimeline, type ScheduledItem } from "@/lib/plans/schedule";

/** A line of a plan with what asking its questions needs. */
type AskedItem = ScheduledItem & { title: string; note: string; instrumentVersionId: string | null };
type AskedVersion = Omit<PlanTimeline["versions"][number], "items"> & { items: readonly AskedItem[] };
/** A published plan as these rules take it. */
export type AskedPlan = { endsOn: CalendarDay | null; versions: readonly AskedVersion[] };

/** A questionnaire on one day it falls due. Its words and its instrument are those in force on that day. */
export type Occasion = {
  itemKey: string;
  dueOn: CalendarDay;
  title: string;
  note: string;
  instrumentVersionId: string;
};
export type DueOccasion = Occasion & { overdueDays: number };

/** How far ahead the next day of a questionnaire is looked for, in days: the longest schedule there can be. */
const HORIZON_DAYS = 731;

function questionsOf(plan: AskedPlan): AskedPlan {
  return {
    endsOn: plan.endsOn,
    versions: plan.versions.map((version) => ({
      ...version,
      items: version.items.filter((item) => item.kind === "questionnaire"),
    })),
  };
}

function occasionOf(plan: AskedPlan, occurrence: { versionId: string; itemId: string; dueOn: CalendarDay }) {
  const version = plan.versions.find(({ versionId }) => versionId === occurrence.versionId);
  const item = version?.items.find(({ id }) => id === occurrence.itemId);
  if (!item?.instrumentVersionId) return null;
  const { key: itemKey, title, note, instrumentVersionId } = item;
  return { itemKey, dueOn: occurrence.dueOn, title, note, instrumentVersionId };
}

/** The name an answered occasion has for `dueOccasions`. A questionnaire is asked once a day at most. */
export function answeredId(itemKey: string, dueOn: CalendarDay): string {
  return occurrenceId(itemKey, dueOn, 1);
}

/** What is to be answered on a day and is not yet, longest overdue first. `answered` holds ids of `answeredId`. */
export function dueOccasions(
  plans: readonly AskedPlan[],
  today: CalendarDay,
  answered: ReadonlySet<string>,
): DueOccasion[] {
  return plans
    .map(questionsOf)
    .flatMap((plan) =>
      dueOn(plan, today, answered).flatMap((due) => {
        if (due.occasion !== 1 || due.settled) return [];
        const inForce = occurrences(plan, due.dueOn, due.dueOn).find(({ key }) => key === due.key);
        const occasion = occasionOf(plan, inForce ?? due);
        return occasion ? [{ ...occasion, overdueDays: due.overdueDays }] : [];
      }),
    )
    .sort((a, b) => b.overdueDays - a.overdueDays);
}

/** The occasion, when it is open on that day: due by then, not lapsed, not after the plan's end. Else null. */
export function openOccasion(
  plans: readonly AskedPlan[],
  wanted: { itemKey: string; dueOn: CalendarDay },
  today: CalendarDay,
): DueOccasion | null {
  const isWanted = (due: Occasion) => due.itemKey === wanted.itemKey && due.dueOn === wanted.dueOn;
  return dueOccasions(plans, today, new Set()).find(isWanted) ?? null;
}

/** The next day after today of each questionnaire, soonest first. */
export function comingOccasions(plans: readonly AskedPlan[], today: CalendarDay): Occasion[] {
  const next = new Map<string, Occasion>();
  for (const plan of plans.map(questionsOf)) {
    for (const occurrence of occurrences(plan, addDays(today, 1), addDays(today, HORIZON_DAYS))) {
      const occasion = next.has(occurrence.key) ? null : occasionOf(plan, occurrence);
      if (occasion) next.set(occurrence.key, occasion);
    }
  }
  return [...next.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
