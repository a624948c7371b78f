import { addDays, type CalendarDay, daysBetween, isoWeekday } from "@/lib/core/calendar";
import { openQuestionnaires } from "@/lib/plans/open-questionnaires";
import {
  dueOn,
  type Occurrence,
  occurrenceId,
  occurrences,
  type PlanTimeline,
  type ScheduledItem,
} from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import type { PauseReason } from "@/lib/plans/vocabulary";
import { effectiveLogs, type LoggedOccurrence } from "@/lib/practice/adherence";
import type { Outcome } from "@/lib/practice/vocabulary";
import type { Instrument, Names } from "@/lib/questionnaires/instrument-schema";
import type { KeptScore } from "@/lib/questionnaires/response-record";
import type { ResponseSource } from "@/lib/questionnaires/vocabulary";
import type { PainPoint } from "./trend";

export type CourseItem = ScheduledItem & {
  slug: string;
  title: string;
  phaseKey: string;
  phaseTitle: string;
  /** Length of the phase in weeks; null when none is known. */
  phaseWeeks: number | null;
  dose: Dose | null;
  note: string;
  painCeiling: number;
  rangeLimit?: string;
  supersetKey?: string | null;
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
  pauses?: PlanTimeline["pauses"];
};

/** A rest of a plan as it was set. `to` is its last day, before `from` when it was ended on the day it began; null while nobody knows. */
export type CoursePause = {
  id: string;
  planId: string;
  from: CalendarDay;
  to: CalendarDay | null;
  reason: PauseReason;
  /** Who set it: the patient, or somebody of the clinic by name; null when that is not for the reader to know. */
  by: "patient" | { name: string } | null;
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

/** A score as it is kept: `raw` on its own range, `worst100` 0-100 with 100 = worst; null with the reason it could not be scored. */
export type CourseScore = Pick<KeptScore, "subscale" | "raw" | "rawMin" | "rawMax" | "worst100" | "reason" | "band">;

export type CourseResponse = {
  id: string;
  correctsId: string | null;
  instrumentVersionId: string;
  itemKey: string;
  dueOn: CalendarDay;
  /** The day the answers speak of; that of sending, but for paper, past results and corrections. */
  answeredOn: CalendarDay;
  submittedAt: Date;
  source: ResponseSource;
  /** Activities the person named, by item. */
  names: Names;
  /** Ids of answers that must be acted on. */
  flags: readonly string[];
  scores: readonly CourseScore[];
};

/** A version of a questionnaire that was answered. */
export type CourseInstrument = Instrument & { versionId: string };

/** All that the record holds of one person's treatment, as of `today` in their zone. Each list is oldest first. */
export type Course = {
  today: CalendarDay;
  timeZone: string;
  plans: readonly CoursePlan[];
  /** In the order they were set. */
  pauses: readonly CoursePause[];
  /** Questionnaires sent beside the plans, each as a plan of one line. */
  requests: readonly CoursePlan[];
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

/** The plans that have not ended on a day, oldest first: those that run, and those still to begin. */
export function openPlans<Plan extends Pick<CoursePlan, "startsOn" | "endsOn">>(
  plans: readonly Plan[],
  today: CalendarDay,
): Plan[] {
  return plans
    .filter(({ endsOn }) => endsOn === null || endsOn >= today)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

/** The plan that runs on a day; else the one that begins next; else the one that ended last. Null when there is none. */
export function currentPlan<Plan extends Pick<CoursePlan, "startsOn" | "endsOn">>(
  plans: readonly Plan[],
  today: CalendarDay,
): Plan | null {
  const inOrder = [...plans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  const open = openPlans(plans, today);
  return open.findLast((plan) => plan.startsOn <= today) ?? open[0] ?? inOrder.at(-1) ?? null;
}

/** A copy of a questionnaire that was answered, and the day its answers speak of. */
export type AnsweredCopy = { itemKey: string; dueOn: CalendarDay; slug: string; answeredOn: CalendarDay };

/** Days on which questionnaires still open on `today` fell due, oldest first: one copy of each, whatever asks for it. */
export function openQuestions(
  plans: readonly PlanTimeline<ScheduledItem & { slug: string }>[],
  answered: readonly AnsweredCopy[],
  today: CalendarDay,
): CalendarDay[] {
  const settled = new Set(answered.map(({ itemKey, dueOn: day }) => occurrenceId(itemKey, day, 1)));
  const due = plans.flatMap((plan) => {
    const slugs = new Map(plan.versions.flatMap(({ items }) => items.map(({ key, slug }) => [key, slug] as const)));
    return dueOn(plan, today, settled)
      .filter((one) => one.kind === "questionnaire" && !one.settled)
      .map((one) => ({ ...one, slug: slugs.get(one.key) ?? one.key }));
  });
  return openQuestionnaires(due, answered, new Set())
    .map((one) => one.dueOn)
    .sort();
}

/** The copies a course's responses answered. */
export function answeredCopies({ responses, instruments }: Pick<Course, "responses" | "instruments">): AnsweredCopy[] {
  const slugs = new Map(instruments.map(({ versionId, slug }) => [versionId, slug]));
  return responses.map(({ itemKey, dueOn: day, answeredOn, instrumentVersionId }) => ({
    itemKey,
    dueOn: day,
    answeredOn,
    slug: slugs.get(instrumentVersionId) ?? "",
  }));
}

/** How far ahead the next questionnaire is looked for, in days. */
const LOOK_AHEAD_DAYS = 26 * 7;

/** The day the next questions come, `today` when some are open now; null when none are planned within 26 weeks. */
export function nextQuestionsOn(course: Course): CalendarDay | null {
  const { plans, requests, today } = course;
  if (openQuestions([...plans, ...requests], answeredCopies(course), today).length > 0) return today;
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
