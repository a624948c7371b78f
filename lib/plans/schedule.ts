import { type CalendarDay, dayNumber, dayOfNumber, weekdayOfNumber } from "@/lib/core/calendar";
import type { Schedule } from "./schemas";
import type { ItemKind } from "./vocabulary";

/** One line of a published version. `id` is its row; `key` names the same line through all versions. */
export type ScheduledItem = {
  id: string;
  key: string;
  kind: ItemKind;
  schedule: Schedule;
  /** First day of the first version that held the item: it never falls due before. */
  anchorOn: CalendarDay;
  phaseStartsOn: CalendarDay;
  /** Last day, inclusive; null for a phase without an end. */
  phaseEndsOn: CalendarDay | null;
};

export type PlanVersionTimeline<Item extends ScheduledItem = ScheduledItem> = {
  versionId: string;
  number: number;
  /** First day it can govern. */
  effectiveOn: CalendarDay;
  items: readonly Item[];
};

/** A plan through its life. `endsOn` is its last day, inclusive; null while it runs. */
export type PlanTimeline<Item extends ScheduledItem = ScheduledItem> = {
  versions: readonly PlanVersionTimeline<Item>[];
  endsOn: CalendarDay | null;
};

/** One thing to be done on one day. `occasion` counts from 1 within the day. */
export type Occurrence = {
  itemId: string;
  key: string;
  kind: ItemKind;
  dueOn: CalendarDay;
  occasion: number;
  versionId: string;
};

/** Something due on a day: `overdueDays` is 0 on its own day; `settled` when it has been logged, read or sent. */
export type DueOccurrence = Occurrence & { id: string; overdueDays: number; settled: boolean };

/** The lasting name of an occurrence, the same in every version of the plan. */
export function occurrenceId(key: string, dueOn: CalendarDay, occasion: number): string {
  return `${key}:${dueOn}:${occasion}`;
}

/**
 * All that falls due from one day to another, both inclusive, in order of day, place in the plan and occasion.
 *
 * - A day is governed by the version with the greatest number among those in effect by then, so a version published today
 *   changes nothing before today.
 * - Days of an item count from its base, the later of its phase's start and its anchor.
 * - `once`: on base + (day - 1), if that lies in the phase. `every-weeks`: on the base and each N weeks after, in the phase.
 * - Should such a day lie before the days its version governs, and the item never have fallen due, it falls due on the first
 *   day the version governs: shortening a phase must not lose what the next one opens with.
 * - `weekly`: on the given weekdays from the base to the end of the phase, each occasion by itself.
 *
 * Widening the range only adds; the result for a day depends on nothing later. Cost grows with the days asked for.
 * @throws RangeError on a bad day.
 */
export function occurrences(plan: PlanTimeline, from: CalendarDay, to: CalendarDay): Occurrence[] {
  const first = dayNumber(from);
  const found: Occurrence[] = [];
  for (const { version, from: start, to: end, lines } of compile(plan, dayNumber(to)).reigns) {
    const { versionId } = version;
    for (let day = Math.max(first, start); day <= end; day++) {
      let dueOn: CalendarDay | undefined;
      for (const line of lines) {
        const times = timesOn(line, day);
        if (times === 0) continue;
        dueOn ??= dayOfNumber(day);
        const { id: itemId, key, kind } = line.item;
        for (let occasion = 1; occasion <= times; occasion++) {
          found.push({ itemId, key, kind, dueOn, occasion, versionId });
        }
      }
    }
  }
  return found;
}

/**
 * What is due on a day, in the order of the version that governs it; nothing after the plan's end. `settled` holds the ids
 * of occurrences that are logged, read or sent.
 *
 * - `weekly`: the occasions of that day, settled or not.
 * - `once`: from its day on, until settled.
 * - `every-weeks`: the latest occurrence, until settled; older ones lapse.
 *
 * Whatever is due here is also found by `occurrences`. @throws RangeError on a bad day.
 */
export function dueOn(plan: PlanTimeline, day: CalendarDay, settled: ReadonlySet<string>): DueOccurrence[] {
  const today = dayNumber(day);
  const { reigns, latestSeldom } = compile(plan, today);
  const governing = reigns.at(-1);
  if (!governing || governing.to < today) return [];
  const due: DueOccurrence[] = [];
  for (const line of governing.lines) {
    const { id: itemId, key, kind, schedule } = line.item;
    const add = (dueOn: CalendarDay, occasion: number, overdueDays: number) => {
      const id = occurrenceId(key, dueOn, occasion);
      const { versionId } = governing.version;
      due.push({ itemId, key, kind, dueOn, occasion, versionId, id, overdueDays, settled: settled.has(id) });
    };
    if (schedule.kind === "weekly") {
      const times = timesOn(line, today);
      for (let occasion = 1; occasion <= times; occasion++) add(day, occasion, 0);
      continue;
    }
    const latest = latestSeldom.get(key);
    if (latest === undefined || line.first === null || line.first > today) continue;
    const since = dayOfNumber(latest);
    if (!settled.has(occurrenceId(key, since, 1))) add(since, 1, today - latest);
  }
  return due;
}

/** A stretch of days, inclusive, that one version governs. */
type Reign = { version: PlanVersionTimeline; from: number; to: number; lines: Line[] };

/** An item made ready for walking days: `weekdays` has bit n set for ISO weekday n; `seldom` holds days of the other kinds. */
type Line = {
  item: ScheduledItem;
  base: number;
  last: number;
  weekdays: number;
  times: number;
  /** First day of a `once` or `every-weeks` item as this version has it; null when it never falls due. */
  first: number | null;
  seldom: Set<number>;
};

/** The reigns up to a day, and the latest day by then on which each `once` or `every-weeks` key fell due. */
type Compiled = { reigns: Reign[]; latestSeldom: Map<string, number> };

function compile({ versions, endsOn }: PlanTimeline, until: number): Compiled {
  const end = endsOn === null ? until : Math.min(until, dayNumber(endsOn));
  const inOrder = versions
    .map((version) => ({ version, from: dayNumber(version.effectiveOn) }))
    .filter(({ from }) => from <= end)
    .sort((a, b) => a.from - b.from);
  const reigns: Reign[] = [];
  for (const { version, from } of inOrder) {
    const before = reigns.at(-1);
    if (before && before.version.number >= version.number) continue;
    if (before?.from === from) reigns.pop();
    else if (before) before.to = from - 1;
    reigns.push({ version, from, to: end, lines: [] });
  }
  const latestSeldom = new Map<string, number>();
  for (const reign of reigns) {
    reign.lines = reign.version.items.map((item) => lineOf(item, reign, latestSeldom));
  }
  return { reigns, latestSeldom };
}

function lineOf(item: ScheduledItem, reign: Reign, latestSeldom: Map<string, number>): Line {
  const { schedule } = item;
  const base = Math.max(dayNumber(item.phaseStartsOn), dayNumber(item.anchorOn));
  const last = item.phaseEndsOn === null ? Number.POSITIVE_INFINITY : dayNumber(item.phaseEndsOn);
  const line: Line = { item, base, last, weekdays: 0, times: 1, first: null, seldom: new Set() };
  if (schedule.kind === "weekly") {
    for (const weekday of schedule.weekdays) line.weekdays |= 1 << weekday;
    line.times = schedule.timesPerDay;
    return line;
  }
  const first = schedule.kind === "once" ? base + schedule.day - 1 : base;
  if (first > last) return line;
  line.first = first;
  const fall = (day: number) => {
    line.seldom.add(day);
    latestSeldom.set(item.key, day);
  };
  const end = Math.min(reign.to, last);
  if (first < reign.from && reign.from <= end && !latestSeldom.has(item.key)) fall(reign.from);
  if (schedule.kind === "once") {
    if (first >= reign.from && first <= end) fall(first);
    return line;
  }
  const step = 7 * schedule.weeks;
  const passed = Math.max(0, Math.ceil((reign.from - first) / step));
  for (let day = first + passed * step; day <= end; day += step) fall(day);
  return line;
}

function timesOn(line: Line, day: number): number {
  if (line.weekdays === 0) return line.seldom.has(day) ? 1 : 0;
  return day >= line.base && day <= line.last && line.weekdays & (1 << weekdayOfNumber(day)) ? line.times : 0;
}

/** First and last day (inclusive) of a phase; no last day when it has no end. */
export type PhaseDates = { startsOn: CalendarDay; endsOn: CalendarDay | null };

/**
 * Phases laid end to end from the plan's first day. `weeks` is a length in weeks, null for no end.
 * @throws RangeError when a phase follows one without an end, or the length is not a whole number of at least 1.
 */
export function phaseDates(startsOn: CalendarDay, phases: readonly { weeks: number | null }[]): PhaseDates[] {
  let next: number | null = dayNumber(startsOn);
  return phases.map(({ weeks }) => {
    if (next === null) throw new RangeError("A phase cannot follow one without an end.");
    if (weeks !== null && (!Number.isInteger(weeks) || weeks < 1)) throw new RangeError("Not a length in weeks.");
    const start: number = next;
    next = weeks === null ? null : start + 7 * weeks;
    return { startsOn: dayOfNumber(start), endsOn: next === null ? null : dayOfNumber(next - 1) };
  });
}
