import { type CalendarDay, dayNumber, weekdayOfNumber } from "@/lib/core/calendar";
import { earliestMovedTo, openDay, type PausedDays } from "./pauses";
import type { Schedule } from "./schemas";

/** When a line of a plan falls due, as a version has it. */
export type LineTiming = {
  schedule: Schedule;
  /** First day of the first version that held the item: it never falls due before. */
  anchorOn: CalendarDay;
  /** Null while the phase waits for the criteria of the one before it: then nothing of it falls due. */
  phaseStartsOn: CalendarDay | null;
  /** Last day, inclusive; null for a phase without an end. */
  phaseEndsOn: CalendarDay | null;
};

/** The stretch of a plan's life one version governs, in day numbers, inclusive. */
export type Stretch = {
  from: number;
  to: number;
  /** The last day for what is asked at the plan's end: after `to` only when the plan has ended. */
  lateTo: number;
  /** The plan's last day as the version has it; Infinity when it has none. */
  planEnd: number;
  pauses: PausedDays;
};

/** A day a line fell due, as a day number, with the number of its occasions. */
export type Fall = { day: number; times: number };

/**
 * A line made ready for walking the days of one stretch. `seldom` holds the days of `once`, `every-weeks` and `at-end` lines;
 * the others are walked: `weekdays` has bit n set for ISO weekday n, `step` counts days from `base`, and neither is set for
 * what never falls due.
 */
export type LineDays = {
  base: number;
  last: number;
  weekdays: number;
  step: number;
  times: number;
  seldom: Set<number> | null;
  /** First day of what waits until it is done, as this version has it; Infinity when it never falls due. */
  first: number;
  /** The latest fall in this stretch of what waits until it is done. */
  latest: Fall | null;
};

/** Whether what falls due stays due after its day: true of all but daily rounds without a window. */
export function staysDue(schedule: Schedule): boolean {
  if (schedule.kind === "every-days") return typeof schedule.windowDays === "number";
  return schedule.kind !== "weekly" && schedule.kind !== "as-needed";
}

/** The days of a line in one stretch. `hasFallen` tells whether it fell due, as something that waits, before it. */
export function lineDays(timing: LineTiming, stretch: Stretch, hasFallen: boolean): LineDays {
  const { schedule, phaseEndsOn } = timing;
  const phaseStart = timing.phaseStartsOn === null ? Number.POSITIVE_INFINITY : dayNumber(timing.phaseStartsOn);
  const base = Math.max(phaseStart, dayNumber(timing.anchorOn));
  const phaseEnd = phaseEndsOn === null ? Number.POSITIVE_INFINITY : dayNumber(phaseEndsOn);
  const line: LineDays = {
    base,
    last: Math.min(phaseEnd, stretch.to),
    weekdays: 0,
    step: 0,
    times: 1,
    seldom: null,
    first: Number.POSITIVE_INFINITY,
    latest: null,
  };
  if (timing.phaseStartsOn === null && schedule.kind !== "at-end") return line;
  switch (schedule.kind) {
    case "as-needed":
      return line;
    case "weekly":
      for (const weekday of schedule.weekdays) line.weekdays |= 1 << weekday;
      line.times = schedule.timesPerDay;
      return line;
    case "every-days":
      line.step = schedule.days;
      line.times = schedule.timesPerDay;
      if (!staysDue(schedule)) return line;
      line.first = base;
      line.latest = latestStep(line, stretch);
      return line;
    case "at-end": {
      const end = Math.max(stretch.planEnd, dayNumber(timing.anchorOn));
      const days = end === Number.POSITIVE_INFINITY ? [] : [end];
      return fallingOn(line, { days, to: stretch.lateTo, carryTo: stretch.lateTo }, stretch, hasFallen);
    }
    case "once": {
      const day = base + schedule.day - 1;
      const days = day > phaseEnd ? [] : [day];
      return fallingOn(line, { days, to: stretch.to, carryTo: phaseEnd }, stretch, hasFallen);
    }
    case "every-weeks": {
      const days = rounds(base, 7 * schedule.weeks, phaseEnd, stretch);
      return fallingOn(line, { days, to: stretch.to, carryTo: phaseEnd }, stretch, hasFallen);
    }
  }
}

/** The first of the days a step apart, and those of them that can fall due in the stretch. */
function rounds(base: number, step: number, phaseEnd: number, { from, to, pauses }: Stretch): number[] {
  if (base > phaseEnd) return [];
  const days = [base];
  const passed = Math.ceil((earliestMovedTo(pauses, from) - base) / step);
  for (let day = base + Math.max(1, passed) * step; day <= to && day <= phaseEnd; day += step) days.push(day);
  return days;
}

type Waiting = {
  /** Days as the text has them, in order, the very first among them. */
  days: readonly number[];
  /** Last day one of them can be moved to. */
  to: number;
  /** Last day what was never asked can be carried over to. */
  carryTo: number;
};

function fallingOn(line: LineDays, { days, to, carryTo }: Waiting, stretch: Stretch, hasFallen: boolean): LineDays {
  const { from, pauses } = stretch;
  const seldom = new Set<number>();
  line.seldom = seldom;
  const [first] = days;
  if (first === undefined) return line;
  const fall = (day: number) => {
    seldom.add(day);
    line.latest = { day, times: 1 };
  };
  line.first = openDay(pauses, first);
  const carried = openDay(pauses, from);
  if (line.first < from && !hasFallen && carried <= Math.min(to, carryTo)) fall(carried);
  for (const day of days) {
    const moved = openDay(pauses, day);
    if (moved > to) break;
    if (moved >= from) fall(moved);
  }
  return line;
}

function latestStep({ base, last, step, times }: LineDays, { from, pauses }: Stretch): Fall | null {
  const earliest = Math.max(base, from);
  if (last < earliest) return null;
  for (let day = last - ((last - base) % step); day >= earliest; day -= step) {
    if (openDay(pauses, day) === day) return { day, times };
  }
  return null;
}

/** How many occasions a line has on a day that is in its stretch and in no pause. */
export function timesOn(line: LineDays, day: number): number {
  if (line.seldom !== null) return line.seldom.has(day) ? line.times : 0;
  if (day < line.base || day > line.last) return 0;
  if (line.step > 0) return (day - line.base) % line.step === 0 ? line.times : 0;
  return line.weekdays !== 0 && line.weekdays & (1 << weekdayOfNumber(day)) ? line.times : 0;
}
