import { addDays, type CalendarDay, daysBetween, isoWeekday } from "@/lib/core/calendar";
import {
  dueOn,
  type Occurrence,
  occurrenceId,
  occurrences,
  type PlanTimeline,
  type ScheduledItem,
} from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import { effectiveLogs, type LoggedOccurrence } from "@/lib/practice/adherence";
import type { Outcome } from "@/lib/practice/vocabulary";
import type { Instrument } from "@/lib/questionnaires/schemas";
import type { PainPoint } from "./trend";

export type CourseItem = ScheduledItem & {
  slug: string;
  title: string;
  phaseKey: string;
  phaseTitle: string;
  dose: Dose | null;
  note: string;
  painCeiling: number;
};

export type CourseVersion = {
  versionId: string;
  number: number;
  title: string;
  effectiveOn: CalendarDay;
  publishedAt: Date;
  items: readonly CourseItem[];
};

/** A published plan with all its versions, oldest first. `endsOn` is its last day, inclusive; null while it runs. */
export type CoursePlan = {
  planId: string;
  startsOn: CalendarDay;
  endsOn: CalendarDay | null;
  versions: readonly CourseVersion[];
};

/** One row a patient sent, corrections included. Pain is NPRS 0-10; null when not answered. */
export type CourseLog = {
  id: string;
  correctsId: string | null;
  correctionReason: string | null;
  planItemId: string;
  itemKey: string;
  dueOn: CalendarDay;
  occasion: number;
  outcome: Outcome;
  setsDone: number | null;
  painNrs: number | null;
  note: string;
  performedAt: Date;
  receivedAt: Date;
};

export type CourseReading = { itemKey: string; dueOn: CalendarDay; title: string; readAt: Date };

/** A score as it is kept, 0-100 with 100 = worst; null with the reason it could not be scored. */
type CourseScore = { subscale: string; worst100: number | null; reason: string | null };

export type CourseResponse = {
  id: string;
  correctsId: string | null;
  instrumentVersionId: string;
  itemKey: string;
  dueOn: CalendarDay;
  submittedOn: CalendarDay;
  submittedAt: Date;
  scores: readonly CourseScore[];
};

/** A version of a questionnaire that was answered. */
export type CourseInstrument = Instrument & { versionId: string };

/** All that the record holds of one person's treatment, as of `today` in their zone. Each list is oldest first. */
export type Course = {
  today: CalendarDay;
  timeZone: string;
  plans: readonly CoursePlan[];
  logs: readonly CourseLog[];
  readings: readonly CourseReading[];
  responses: readonly CourseResponse[];
  instruments: readonly CourseInstrument[];
};

/** Every line of every version, by its row. */
export function itemsOf(course: Pick<Course, "plans">): Map<string, CourseItem> {
  return new Map(
    course.plans.flatMap((plan) =>
      plan.versions.flatMap((version) => version.items.map((item): [string, CourseItem] => [item.id, item])),
    ),
  );
}

/** The logs that stand, with what the line they point at prescribed. */
export function standingLogs(course: Pick<Course, "plans" | "logs">): (CourseLog & LoggedOccurrence)[] {
  const items = itemsOf(course);
  return effectiveLogs(course.logs).map((log) => ({
    ...log,
    setsPrescribed: items.get(log.planItemId)?.dose?.sets ?? 0,
  }));
}

/** Pain answers of the logs that stand, on the day each counts for. */
export function painPoints(course: Pick<Course, "logs">): PainPoint[] {
  return effectiveLogs(course.logs).map((log) => ({ day: log.dueOn, pain: log.painNrs }));
}

/** What fell due over all plans, both days inclusive. */
export function courseOccurrences(plans: readonly PlanTimeline[], from: CalendarDay, to: CalendarDay): Occurrence[] {
  return plans.flatMap((plan) => occurrences(plan, from, to));
}

/** First day of the first plan; null when nothing was ever published. */
export function courseStart(course: Pick<Course, "plans">): CalendarDay | null {
  const days = course.plans.map((plan) => plan.startsOn).sort();
  return days[0] ?? null;
}

/** The plan that runs on a day; else the one that begins next; else the one that ended last. Null when there is none. */
export function currentPlan<Plan extends Pick<CoursePlan, "startsOn" | "endsOn">>(
  plans: readonly Plan[],
  today: CalendarDay,
): Plan | null {
  const inOrder = [...plans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  const open = inOrder.filter((plan) => plan.endsOn === null || plan.endsOn >= today);
  return open.findLast((plan) => plan.startsOn <= today) ?? open[0] ?? inOrder.at(-1) ?? null;
}

type AnsweredOccurrence = Pick<CourseResponse, "itemKey" | "dueOn">;

/** Days on which questionnaires still open on `today` fell due, oldest first. */
export function openQuestions(
  plans: readonly PlanTimeline[],
  responses: readonly AnsweredOccurrence[],
  today: CalendarDay,
): CalendarDay[] {
  const settled = new Set(responses.map(({ itemKey, dueOn: day }) => occurrenceId(itemKey, day, 1)));
  return plans
    .flatMap((plan) => dueOn(plan, today, settled))
    .filter((due) => due.kind === "questionnaire" && !due.settled)
    .map((due) => due.dueOn)
    .sort();
}

/** How far ahead the next questionnaire is looked for, in days. */
const LOOK_AHEAD_DAYS = 26 * 7;

/** The day the next questions come, `today` when some are open now; null when none are planned within 26 weeks. */
export function nextQuestionsOn(course: Pick<Course, "plans" | "responses" | "today">): CalendarDay | null {
  const { plans, responses, today } = course;
  if (openQuestions(plans, responses, today).length > 0) return today;
  const ahead = courseOccurrences(plans, addDays(today, 1), addDays(today, LOOK_AHEAD_DAYS));
  const days = ahead.filter((occurrence) => occurrence.kind === "questionnaire").map((occurrence) => occurrence.dueOn);
  return days.sort()[0] ?? null;
}

/** The Monday of a day's week. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, 1 - isoWeekday(day));
}

/** Weeks of a plan counted from its first day: 1 in its first seven days; 0 or less before it. */
export function weekOfPlan(startsOn: CalendarDay, day: CalendarDay): number {
  return Math.floor(daysBetween(startsOn, day) / 7) + 1;
}
