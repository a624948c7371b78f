import { type CalendarDay, calendarDayOf, daysBetween } from "@/lib/core/calendar";
import { CLOCK_TOLERANCE_SECONDS, LATEST_LOG_AGE_DAYS, type Outcome, type SkipReason } from "./vocabulary";

type Measures = {
  outcome: Outcome;
  skipReason: SkipReason | null;
  setsDone: number | null;
  repetitionsDone: number | null;
  holdSecondsDone: number | null;
  loadKg: number | null;
  effortRpe: number | null;
};

/** What contradicts itself in a log, a plain sentence a field; empty when nothing does. */
export function measureProblems(log: Measures): Record<string, string> {
  const problems: Record<string, string> = {};
  if (log.outcome !== "skipped") {
    if (log.skipReason !== null) problems.skipReason = "A reason belongs only to what was not done.";
    if (log.outcome === "done" && log.setsDone === 0)
      problems.setsDone = "Done with no sets? Choose partly, or not today.";
    return problems;
  }
  if (log.skipReason === null) problems.skipReason = "Choose a reason.";
  for (const field of ["setsDone", "repetitionsDone", "holdSecondsDone", "loadKg", "effortRpe"] as const) {
    if (log[field] !== null) problems[field] = "Leave this empty when it was not done.";
  }
  return problems;
}

/** Where a day stands in a plan and in one of its lines; days in the patient's zone, last days inclusive. */
export type LogDay = {
  dueOn: CalendarDay;
  today: CalendarDay;
  planStartsOn: CalendarDay;
  planEndsOn: CalendarDay | null;
  /** First and last day the line can be done; null for a line whose phase waits, and for no end. */
  lineFrom: CalendarDay | null;
  lineTo: CalendarDay | null;
  /** True for something that waits until it is done, and still waits today: it has no age limit. */
  isStillDue: boolean;
};

/** Why a day cannot be logged, as a plain sentence; null when it can. @throws RangeError on a bad day. */
export function dayProblem(log: LogDay): string | null {
  const { dueOn, today } = log;
  if (dueOn > today) return "This day has not come yet.";
  if (dueOn < log.planStartsOn) return "This is before your plan began.";
  if (log.planEndsOn !== null && dueOn > log.planEndsOn) return "Your plan had ended by this day.";
  if (!log.isStillDue && daysBetween(dueOn, today) > LATEST_LOG_AGE_DAYS) {
    return `This is more than ${LATEST_LOG_AGE_DAYS} days ago. Tell your clinic about it instead.`;
  }
  if (log.lineFrom === null || dueOn < log.lineFrom || (log.lineTo !== null && dueOn > log.lineTo)) {
    return "This exercise was not in your plan on this day.";
  }
  return null;
}

/**
 * Why a time cannot be when it was done, as a plain sentence; null when it can: not before the day it counts for, and not after
 * now, give or take five minutes between two clocks. @throws RangeError on an unknown zone or an invalid instant.
 */
export function performedProblem(log: {
  performedAt: Date;
  dueOn: CalendarDay;
  now: Date;
  timeZone: string;
}): string | null {
  const ahead = (log.performedAt.getTime() - log.now.getTime()) / 1000;
  if (ahead > CLOCK_TOLERANCE_SECONDS) return "This time has not come yet. Is the clock of your device right?";
  if (calendarDayOf(log.performedAt, log.timeZone) < log.dueOn) return "This is before the day it counts for.";
  return null;
}

/** The clock of a device and ours may drift apart by so many seconds while somebody practises. */
const DRIFT_SECONDS = 60;

/**
 * What cannot be in the times of a session, a plain sentence a field; empty when all can: it ended by now, give or take five
 * minutes, began no more than 14 days ago, and is no shorter than the time spent practising in it and no longer than a day.
 */
export function sessionProblems(session: {
  startedAt: Date;
  endedAt: Date;
  activeSeconds: number;
  now: Date;
  timeZone: string;
}): Record<string, string> {
  const { startedAt, endedAt, activeSeconds, now, timeZone } = session;
  const problems: Record<string, string> = {};
  const ahead = (endedAt.getTime() - now.getTime()) / 1000;
  const length = (endedAt.getTime() - startedAt.getTime()) / 1000;
  if (ahead > CLOCK_TOLERANCE_SECONDS) {
    problems.endedAt = "This time has not come yet. Is the clock of your device right?";
  } else if (daysBetween(calendarDayOf(startedAt, timeZone), calendarDayOf(now, timeZone)) > LATEST_LOG_AGE_DAYS) {
    problems.startedAt = `This is more than ${LATEST_LOG_AGE_DAYS} days ago. Is the clock of your device right?`;
  } else if (length < 0) problems.endedAt = "This ends before it begins. Is the clock of your device right?";
  else if (length > 86_400) problems.endedAt = "A session cannot be longer than a day.";
  else if (activeSeconds > length + DRIFT_SECONDS) {
    problems.activeSeconds = "This is more time than the session lasted.";
  }
  return problems;
}

/** Whether a log of an instant can still be corrected: up to 14 days after it was done. */
export function isCorrectable(log: { performedAt: Date; now: Date; timeZone: string }): boolean {
  const [done, today] = [calendarDayOf(log.performedAt, log.timeZone), calendarDayOf(log.now, log.timeZone)];
  return daysBetween(done, today) <= LATEST_LOG_AGE_DAYS;
}
