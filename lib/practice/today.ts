import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { Figure } from "@/lib/movement/figure-schema";
import { doseInWords, estimateMinutes } from "@/lib/plans/dosage";
import { staysDue } from "@/lib/plans/line-days";
import { copyId } from "@/lib/plans/open-questionnaires";
import { dueOn, occurrenceId, occurrences } from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import { effectiveLogs } from "./adherence";
import { asNeededToday, exerciseHref, type TodayAsNeeded } from "./as-needed";
import { type DayState, dayState } from "./day-state";
import { type ExercisePicture, pictureOf } from "./exercise-picture";
import { lineById, lineOn, type Planned, type PlannedLine } from "./plan-lines";
import { type Due, openQuestions, questionsOf, type TodayMark, type TodayQuestions } from "./today-questions";
import type { Outcome } from "./vocabulary";

export type TodayLog = {
  id: string;
  correctsId: string | null;
  planItemId: string;
  itemKey: string;
  dueOn: CalendarDay;
  occasion: number;
  outcome: Outcome;
  /** The day it was done, in the patient's zone. */
  performedOn: CalendarDay;
  receivedAt: Date;
};

export type TodayExercise = {
  itemId: string;
  key: string;
  title: string;
  /** The name of its plan, when another plan asks for the same today. */
  plan?: string;
  dose: string;
  minutes: number;
  dueOn: CalendarDay;
  occasion: number;
  overdueDays: number;
  state: "due" | Outcome;
  logId: string | null;
  href: string;
  /** The drawing, and whether the other side of it is meant; null for an exercise that has none. */
  picture: ExercisePicture | null;
};
type TodayReading = {
  itemId: string;
  title: string;
  plan?: string;
  note: string;
  minutes: number | null;
  href: string;
};
type TodayDone = { key: string; what: "read" | "sent"; title: string; href: string | null };

/** A patient's day. Minutes are of what remains; `finished` is a day on which something was done and nothing remains. */
export type Today = {
  day: CalendarDay;
  state: DayState;
  /** Day 1 of the plan that has not begun, the last day of the one that ended, or the first after a pause. */
  changesOn: CalendarDay | null;
  exercises: TodayExercise[];
  asNeeded: TodayAsNeeded[];
  reading: TodayReading[];
  questions: TodayQuestions[];
  done: TodayDone[];
  minutesLeft: number;
  /** The next day with exercises, when today asks for no more and there is one within two weeks. */
  nextOn: CalendarDay | null;
  /** Where the main button leads; null when nothing remains. */
  next: { href: string; label: string } | null;
};

/** Where the exercises of the day are done one after the other. */
export const SESSION_HREF = "/session";

/** The latest of the logs that stand for each occurrence, by when they were received. */
export function latestByOccurrence<
  Log extends Pick<TodayLog, "id" | "correctsId" | "itemKey" | "dueOn" | "occasion" | "receivedAt">,
>(logs: readonly Log[]): Map<string, Log> {
  const latest = new Map<string, Log>();
  for (const log of effectiveLogs(logs)) {
    const id = occurrenceId(log.itemKey, log.dueOn, log.occasion);
    const known = latest.get(id);
    if (!known || known.receivedAt <= log.receivedAt) latest.set(id, log);
  }
  return latest;
}

type Facts = {
  plans: readonly Planned[];
  /** Questionnaires sent beside the plans, each as a plan of one line. */
  requests?: readonly Planned[];
  day: CalendarDay;
  logs: readonly TodayLog[];
  marks: readonly TodayMark[];
  /** Minutes of an article or questionnaire, by the id of its version. */
  minutes: ReadonlyMap<string, number>;
  /** Drawings of exercises, by the id of their version. */
  figures?: ReadonlyMap<string, Figure>;
};

/**
 * A patient's day from their published plans and what they have reported. The exercises come in the order they are to be done:
 * by occasion, then as in the plan; also what was done today without being due. @throws RangeError on a bad day.
 */
export function todayOf({ plans, requests = [], day, logs, marks, minutes, figures = new Map() }: Facts): Today {
  const standing = latestByOccurrence(logs);
  const settledMarks = marks.filter((mark) => mark.what !== "begun");
  const settled = new Set([
    ...standing.keys(),
    ...settledMarks.map((mark) => occurrenceId(mark.itemKey, mark.dueOn, 1)),
  ]);
  const asking = [...plans, ...requests];
  const due = asking.flatMap((plan) => dueToday(plan, day, settled));
  const listed = [...dueExercises(due, standing), ...extraExercises(plans, day, due, standing)];
  const exercises = listed.map(({ line, ...exercise }) => ({ ...exercise, picture: pictureOf(line, figures) }));
  const begun = new Set(marks.filter((mark) => mark.what === "begun").map((mark) => copyId(mark.itemKey, mark.dueOn)));
  const asked = openQuestions(due, marks, begun);
  const open = due.filter((one) => !one.settled && (one.kind !== "questionnaire" || asked.includes(one)));
  const reading = open.filter((one) => one.kind === "article").map((one) => readingOf(one, minutes));
  const questions = asked.map((one) => questionsOf(one, minutes, marks));
  const openDoses = open.flatMap(({ line: { dose } }) => (dose ? [dose] : []));
  const others = [...reading, ...questions].reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const isFree = exercises.every((exercise) => exercise.state !== "due");
  return {
    day,
    nextOn: isFree ? nextDay(plans, day) : null,
    ...dayState(plans, day, { exercises: exercises.length, open: open.length }),
    exercises,
    asNeeded: plans.flatMap((plan) => asNeededToday(plan, day, [...standing.values()], figures)),
    reading,
    questions,
    done: settledMarks.filter((mark) => mark.on === day).flatMap((mark) => doneOf(asking, mark)),
    minutesLeft: estimateMinutes(openDoses) + others,
    next: nextOf(exercises, reading, questions),
  };
}

function dueToday(plan: Planned, day: CalendarDay, settled: ReadonlySet<string>): Due[] {
  return dueOn(plan, day, settled).flatMap((one) => {
    const line = lineOn(plan, one.key, day);
    return line ? [{ ...one, line }] : [];
  });
}

type Listed = Omit<TodayExercise, "picture"> & { line: PlannedLine };

function dueExercises(due: readonly Due[], standing: ReadonlyMap<string, TodayLog>): Listed[] {
  return due
    .filter((one) => one.kind === "exercise")
    .map((one) => exerciseOf(one.line, one, standing.get(one.id)))
    .sort((a, b) => a.occasion - b.occasion);
}

/** Done today though nobody asked for it today, or no longer due because it was done. */
function extraExercises(
  plans: readonly Planned[],
  day: CalendarDay,
  due: readonly Due[],
  standing: ReadonlyMap<string, TodayLog>,
): Listed[] {
  const listed = new Set(due.map((one) => one.id));
  return [...standing].flatMap(([id, log]) => {
    if (listed.has(id) || log.performedOn !== day) return [];
    const line = lineById(plans, log.planItemId)?.line;
    return line && (log.dueOn === day || staysDue(line.schedule))
      ? [exerciseOf(line, { ...log, overdueDays: 0 }, log)]
      : [];
  });
}

function exerciseOf(
  line: PlannedLine,
  at: { dueOn: CalendarDay; occasion: number; overdueDays: number },
  log: TodayLog | undefined,
): Listed {
  const { id: itemId, key, title } = line;
  return {
    line,
    itemId,
    key,
    title,
    dose: line.dose ? doseInWords(line.dose) : "",
    minutes: minutesOf(line.dose),
    dueOn: at.dueOn,
    occasion: at.occasion,
    overdueDays: at.overdueDays,
    state: log?.outcome ?? "due",
    logId: log?.id ?? null,
    href: exerciseHref(itemId, at.dueOn, at.occasion),
  };
}

const minutesOf = (dose: Dose | null) => (dose ? estimateMinutes([dose]) : 0);

function readingOf({ line }: Due, minutes: ReadonlyMap<string, number>): TodayReading {
  const { id: itemId, title, note } = line;
  return { itemId, title, note, minutes: minutes.get(line.libraryVersionId ?? "") ?? null, href: `/read/${itemId}` };
}

function doneOf(plans: readonly Planned[], mark: TodayMark): TodayDone[] {
  const lines = plans.flatMap((plan) => plan.versions.flatMap((version) => version.items));
  const line = lines.findLast((item) => item.key === mark.itemKey);
  if (!line || mark.what === "begun") return [];
  const href = mark.what === "read" ? `/read/${line.id}` : null;
  return [{ key: `${mark.itemKey}:${mark.dueOn}`, what: mark.what, title: line.title, href }];
}

function nextDay(plans: readonly Planned[], day: CalendarDay): CalendarDay | null {
  const [from, to] = [addDays(day, 1), addDays(day, 14)];
  const days = plans.flatMap((plan) => occurrences(plan, from, to));
  return (
    days
      .filter((one) => one.kind === "exercise")
      .map((one) => one.dueOn)
      .sort()[0] ?? null
  );
}

function nextOf(
  exercises: readonly TodayExercise[],
  reading: readonly TodayReading[],
  questions: readonly TodayQuestions[],
): Today["next"] {
  const exercise = exercises.find((one) => one.state === "due");
  if (exercise) {
    const hasBegun = exercises.some((one) => one.state !== "due");
    return { href: SESSION_HREF, label: hasBegun ? "Carry on" : "Start" };
  }
  const [article] = reading;
  if (article) return { href: article.href, label: "Start reading" };
  const [question] = questions;
  return question
    ? { href: question.href, label: question.begun ? "Carry on with the questions" : "Answer the questions" }
    : null;
}
