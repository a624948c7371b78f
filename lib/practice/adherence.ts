import { addDays, type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { type Occurrence, occurrenceId } from "@/lib/plans/schedule";
import type { Outcome } from "./vocabulary";

/** What these rules need of a practice log. `setsPrescribed` is of the plan item the log points at. */
export type LoggedOccurrence = {
  id: string;
  /** The log this one replaces; null when it is no correction. */
  correctsId: string | null;
  itemKey: string;
  /** The day it counts for, in the patient's zone. */
  dueOn: CalendarDay;
  occasion: number;
  outcome: Outcome;
  setsDone: number | null;
  setsPrescribed: number;
};

/** Days counted, both inclusive, seen from `today` in the patient's zone. */
export type Period = { from: CalendarDay; to: CalendarDay; today: CalendarDay };

/** What a partly done occasion counts for when nobody said how many sets were done. Our own convention. */
export const PARTLY_WITHOUT_SETS = 0.5;

/** Counts of occasions: prescribed = done + partly + skipped + silent. Shares: 0 to 1, or more when uncapped. */
export type Adherence = {
  prescribed: number;
  done: number;
  partly: number;
  skipped: number;
  silent: number;
  /** Still to come, today included while something of it is open: in no other count. */
  ahead: number;
  /** No occasion counts more than once. Null when nothing was prescribed. */
  share: number | null;
  /** Extra sets, and occasions nobody prescribed, count too. Null when nothing was prescribed. */
  shareUncapped: number | null;
};

/** One square of the calendar strip. `done` counts occasions wholly done. */
export type PracticeDay = {
  day: CalendarDay;
  prescribed: number;
  done: number;
  state: "done" | "partly" | "skipped" | "silent" | "rest" | "ahead";
};

/**
 * The logs that stand: those no other log corrects. A chain of corrections leaves its last. Order is kept.
 */
export function effectiveLogs<Log extends { id: string; correctsId: string | null }>(logs: readonly Log[]): Log[] {
  const superseded = new Set(logs.map((log) => (log.correctsId === log.id ? null : log.correctsId)));
  return logs.filter((log) => !superseded.has(log.id));
}

/** Share of the occasion done by one log: capped 0 to 1, uncapped 0 upwards. */
function shareOf({ outcome, setsDone, setsPrescribed }: LoggedOccurrence): { capped: number; uncapped: number } {
  if (outcome === "skipped") return { capped: 0, uncapped: 0 };
  const sets = setsDone === null || setsPrescribed < 1 ? null : Math.max(0, setsDone) / setsPrescribed;
  if (outcome === "done") return { capped: 1, uncapped: Math.max(1, sets ?? 1) };
  const share = sets ?? PARTLY_WITHOUT_SETS;
  return { capped: Math.min(1, share), uncapped: share };
}

const OUTCOME_ORDER: readonly Outcome[] = ["skipped", "partly", "done"];

/** The log that tells most was done, should two stand for one occasion. */
function better(a: LoggedOccurrence, b: LoggedOccurrence): LoggedOccurrence {
  const order = OUTCOME_ORDER.indexOf(b.outcome) - OUTCOME_ORDER.indexOf(a.outcome);
  return order > 0 || (order === 0 && shareOf(b).capped > shareOf(a).capped) ? b : a;
}

function bestByOccurrence(logs: readonly LoggedOccurrence[]): Map<string, LoggedOccurrence> {
  const best = new Map<string, LoggedOccurrence>();
  for (const log of logs) {
    const id = occurrenceId(log.itemKey, log.dueOn, log.occasion);
    const known = best.get(id);
    best.set(id, known ? better(known, log) : log);
  }
  return best;
}

const isWithin = (day: CalendarDay, { from, to }: Period) => day >= from && day <= to;

/**
 * How much of what was prescribed was done. Takes the occurrences of a plan (only its exercises count) and of the effective
 * logs those that `countedLogs` leaves: what is done as needed and on paused days has no occurrences and is outside. A partly done occasion counts as its share of sets. Skipped with a reason is told apart from silent. Days with
 * nothing prescribed never count against anyone, nor does what is still ahead. Today counts once all of it is logged: half a
 * day done is neither half nor all of what was asked.
 *
 * Adherence as sessions done over sessions prescribed in a period is the usual measure in exercise research; whether it is
 * capped at 100% differs between studies, so both are given.
 */
export function adherence(
  occurrences: readonly Occurrence[],
  logs: readonly LoggedOccurrence[],
  period: Period,
): Adherence {
  const asked = withoutOpenToday(occurrences, logs, period);
  const counts = tally(asked.occurrences, asked.logs, period);
  return { ...counts, ahead: counts.ahead + asked.open.length };
}

/** Everything but today, while some of today is still open; `open` is then all of today's exercises. */
export function withoutOpenToday(
  occurrences: readonly Occurrence[],
  logs: readonly LoggedOccurrence[],
  period: Period,
): { occurrences: readonly Occurrence[]; logs: readonly LoggedOccurrence[]; open: readonly Occurrence[] } {
  const isToday = ({ dueOn }: { dueOn: CalendarDay }) => dueOn === period.today && isWithin(dueOn, period);
  const ofToday = occurrences.filter(isToday);
  if (tally(ofToday, logs, period).ahead === 0) return { occurrences, logs, open: [] };
  return {
    occurrences: occurrences.filter((occurrence) => !isToday(occurrence)),
    logs: logs.filter((log) => !isToday(log)),
    open: ofToday.filter((occurrence) => occurrence.kind === "exercise"),
  };
}

/** The counts as they stand this moment: of today, what is logged already counts. */
function tally(occurrences: readonly Occurrence[], logs: readonly LoggedOccurrence[], period: Period): Adherence {
  const best = bestByOccurrence(logs);
  const counts = { done: 0, partly: 0, skipped: 0 };
  let silent = 0;
  let ahead = 0;
  let capped = 0;
  for (const { key, kind, dueOn, occasion } of occurrences) {
    if (kind !== "exercise" || !isWithin(dueOn, period)) continue;
    const log = best.get(occurrenceId(key, dueOn, occasion));
    if (log) {
      counts[log.outcome] += 1;
      capped += shareOf(log).capped;
    } else if (dueOn >= period.today) ahead += 1;
    else silent += 1;
  }
  let uncapped = 0;
  for (const log of logs) if (isWithin(log.dueOn, period)) uncapped += shareOf(log).uncapped;
  const prescribed = counts.done + counts.partly + counts.skipped + silent;
  return {
    prescribed,
    ...counts,
    silent,
    ahead,
    share: prescribed === 0 ? null : capped / prescribed,
    shareUncapped: prescribed === 0 ? null : uncapped / prescribed,
  };
}

/**
 * Each day of a period for the calendar strip. `done`: all of it was done, or something on a day that asked for nothing.
 * `partly`: some of it. `skipped`: none, and at least once the person said why. `silent`: no word. `rest`: nothing asked.
 * `ahead`: to come, or today with something still open.
 */
export function practiceDays(
  occurrences: readonly Occurrence[],
  logs: readonly LoggedOccurrence[],
  period: Period,
): PracticeDay[] {
  const occurrencesOf = byDay(occurrences.filter((occurrence) => occurrence.kind === "exercise"));
  const logsOf = byDay(logs);
  const length = Math.max(0, daysBetween(period.from, period.to) + 1);
  return Array.from({ length }, (_, index) => {
    const day = addDays(period.from, index);
    const due = occurrencesOf.get(day) ?? [];
    const told = logsOf.get(day) ?? [];
    const counts = tally(due, told, { ...period, from: day, to: day });
    const prescribed = counts.prescribed + counts.ahead;
    if (prescribed > 0) return { day, prescribed, done: counts.done, state: stateOf(counts) };
    const extra = [...bestByOccurrence(told).values()].filter((log) => log.outcome === "done").length;
    return { day, prescribed, done: extra, state: extra > 0 ? "done" : "rest" };
  });
}

function stateOf({ prescribed, done, partly, skipped, ahead }: Adherence): PracticeDay["state"] {
  if (ahead > 0) return "ahead";
  if (done === prescribed) return "done";
  if (done + partly > 0) return "partly";
  return skipped > 0 ? "skipped" : "silent";
}

function byDay<Thing extends { dueOn: CalendarDay }>(things: readonly Thing[]): Map<CalendarDay, Thing[]> {
  const days = new Map<CalendarDay, Thing[]>();
  for (const thing of things) {
    const list = days.get(thing.dueOn);
    if (list) list.push(thing);
    else days.set(thing.dueOn, [thing]);
  }
  return days;
}
