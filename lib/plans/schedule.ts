import { type CalendarDay, dayNumber, dayOfNumber } from "@/lib/core/calendar";
import { type Fall, type LineDays, type LineTiming, lineDays, staysDue, timesOn } from "./line-days";
import { openDay, type Pause, type PausedDays, pausedDays } from "./pauses";
import type { ItemKind } from "./vocabulary";
import { closingDay } from "./window";

/** One line of a published version. `id` is its row; `key` names the same line through all versions. */
export type ScheduledItem = LineTiming & { id: string; key: string; kind: ItemKind };

export type PlanVersionTimeline<Item extends ScheduledItem = ScheduledItem> = {
  versionId: string;
  number: number;
  /** First day it can govern. */
  effectiveOn: CalendarDay;
  items: readonly Item[];
};

/**
 * A plan through its life. `endsOn` is its last day, inclusive; null while it runs. A pause begins no earlier than the day it
 * was set: then it changes nothing before that day.
 */
export type PlanTimeline<Item extends ScheduledItem = ScheduledItem> = {
  versions: readonly PlanVersionTimeline<Item>[];
  endsOn: CalendarDay | null;
  pauses?: readonly Pause[];
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

/**
 * Something due on a day: `overdueDays` is 0 on its own day; `settled` when it has been logged, read or sent. `closesOn` is the
 * last day of its window; null when it has none.
 */
export type DueOccurrence = Occurrence & {
  id: string;
  overdueDays: number;
  settled: boolean;
  closesOn: CalendarDay | null;
};

/** The lasting name of an occurrence, the same in every version of the plan. */
export function occurrenceId(key: string, dueOn: CalendarDay, occasion: number): string {
  return `${key}:${dueOn}:${occasion}`;
}

/**
 * All that falls due from one day to another, both inclusive, in order of day, place in the plan and occasion.
 *
 * - A day is governed by the version with the greatest number among those in effect by then, so a version published today
 *   changes nothing before today.
 * - Days of an item count from its base, the later of its phase's start and its anchor. Nothing of a phase falls due while it waits
 *   for the criteria of the one before it.
 * - `once`: on base + (day - 1), if that lies in the phase. `every-weeks`: on the base and each N weeks after, in the phase.
 * - `at-end`: on the plan's last day, in whichever phase the item stands.
 * - Should such a day lie before the days its version governs, and the item never have fallen due, it falls due on the first
 *   day the version governs: shortening a phase must not lose what the next one opens with.
 * - `weekly`: on the given weekdays from the base to the end of the phase, each occasion by itself. `every-days`: the same, on
 *   the base and each N days after.
 * - `as-needed`: never.
 * - Nothing falls due in a pause. What waits until it is done moves to the first day after it; of rounds that meet there, one
 *   is asked. What was to be done on a day itself is left out.
 * - Nothing falls due after the plan's end but what is asked at its end and was moved by a pause.
 *
 * Widening the range only adds; the result for a day depends on nothing later. Cost grows with the days asked for.
 * @throws RangeError on a bad day.
 */
export function occurrences(plan: PlanTimeline, from: CalendarDay, to: CalendarDay): Occurrence[] {
  const first = dayNumber(from);
  const { reigns, pauses } = compile(plan, dayNumber(to));
  const found: Occurrence[] = [];
  for (const { version, from: start, lastFall, lines } of reigns) {
    const { versionId } = version;
    for (let day = openDay(pauses, Math.max(first, start)); day <= lastFall; day = openDay(pauses, day + 1)) {
      let dueOn: CalendarDay | undefined;
      for (const { item, days } of lines) {
        const times = timesOn(days, day);
        if (times === 0) continue;
        dueOn ??= dayOfNumber(day);
        const { id: itemId, key, kind } = item;
        for (let occasion = 1; occasion <= times; occasion++) {
          found.push({ itemId, key, kind, dueOn, occasion, versionId });
        }
      }
    }
  }
  return found;
}

/**
 * What is due on a day, in the order of the version that governs it; nothing in a pause, and nothing after the plan's end but
 * what is asked at its end. `settled` holds the ids of occurrences that are logged, read or sent.
 *
 * - `weekly`, and `every-days` without a window: the occasions of that day, settled or not.
 * - `once`, `at-end`: from its day on, until settled.
 * - `every-weeks`, and `every-days` with a window: the latest occurrence, until settled; older ones lapse.
 * - A window closes after so many days, the first one included, days in a pause not counted; then the occurrence lapses. What
 *   is asked at the plan's end has `AT_END_WINDOW_DAYS` when its schedule gives none.
 *
 * Whatever is due here is also found by `occurrences`. @throws RangeError on a bad day.
 */
export function dueOn(plan: PlanTimeline, day: CalendarDay, settled: ReadonlySet<string>): DueOccurrence[] {
  const today = dayNumber(day);
  const { reigns, falls, pauses } = compile(plan, today);
  const governing = reigns.at(-1);
  if (!governing || openDay(pauses, today) !== today) return [];
  const due: DueOccurrence[] = [];
  for (const { item, days } of governing.lines) {
    const { id: itemId, key, kind, schedule } = item;
    if (governing.to < today && schedule.kind !== "at-end") continue;
    const add = (fallsOn: CalendarDay, occasion: number, overdueDays: number, closesOn: CalendarDay | null) => {
      const id = occurrenceId(key, fallsOn, occasion);
      const { versionId } = governing.version;
      const isSettled = settled.has(id);
      if (isSettled && staysDue(schedule)) return;
      due.push({
        itemId,
        key,
        kind,
        dueOn: fallsOn,
        occasion,
        versionId,
        id,
        overdueDays,
        settled: isSettled,
        closesOn,
      });
    };
    if (!staysDue(schedule)) {
      const times = timesOn(days, today);
      for (let occasion = 1; occasion <= times; occasion++) add(day, occasion, 0, null);
      continue;
    }
    const latest = falls.get(key);
    if (latest === undefined || days.first > today) continue;
    const closes = closingDay(schedule, latest.day, pauses);
    if (closes !== null && closes < today) continue;
    const [since, closesOn] = [dayOfNumber(latest.day), closes === null ? null : dayOfNumber(closes)];
    for (let occasion = 1; occasion <= latest.times; occasion++) add(since, occasion, today - latest.day, closesOn);
  }
  return due;
}

/** The lines a patient can do on a day whenever they need to; none in a pause or after the plan's end. @throws RangeError on a bad day. */
export function asNeededOn<Item extends ScheduledItem>(plan: PlanTimeline<Item>, day: CalendarDay): Item[] {
  if (isPausedOn(plan, day) || (plan.endsOn !== null && plan.endsOn < day)) return [];
  const inForce = plan.versions
    .filter((version) => version.effectiveOn <= day)
    .reduce<PlanVersionTimeline<Item> | undefined>(
      (latest, version) => (latest && latest.number > version.number ? latest : version),
      undefined,
    );
  return (inForce?.items ?? []).filter(
    ({ schedule, anchorOn, phaseStartsOn, phaseEndsOn }) =>
      schedule.kind === "as-needed" &&
      anchorOn <= day &&
      phaseStartsOn !== null &&
      phaseStartsOn <= day &&
      (phaseEndsOn === null || day <= phaseEndsOn),
  );
}

/** Whether a plan rests on a day. @throws RangeError on a bad day. */
export function isPausedOn({ pauses }: Pick<PlanTimeline, "pauses">, day: CalendarDay): boolean {
  const number = dayNumber(day);
  return openDay(pausedDays(pauses), number) !== number;
}

/** The last day of a plan with these lines in force: its end, or the last phase's when that comes first; null when it has none. */
export function lastDayOf(
  items: readonly Pick<LineTiming, "phaseEndsOn">[],
  endsOn: CalendarDay | null,
): CalendarDay | null {
  const ends = items.map(({ phaseEndsOn }) => phaseEndsOn);
  const known = ends.filter((end) => end !== null).sort();
  const phasesEnd = known.length === ends.length ? (known.at(-1) ?? null) : null;
  return phasesEnd === null || (endsOn !== null && endsOn < phasesEnd) ? endsOn : phasesEnd;
}

/** A stretch of days, inclusive, that one version governs. `lastFall` is after `to` when something is asked late. */
type Reign = {
  version: PlanVersionTimeline;
  from: number;
  to: number;
  lastFall: number;
  lines: { item: ScheduledItem; days: LineDays }[];
};

/** The reigns up to a day, and by key the latest day by then on which what waits until it is done fell due. */
type Compiled = { reigns: Reign[]; falls: Map<string, Fall>; pauses: PausedDays };

function compile({ versions, endsOn, pauses: given }: PlanTimeline, until: number): Compiled {
  const pauses = pausedDays(given);
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
    reigns.push({ version, from, to: end, lastFall: end, lines: [] });
  }
  const falls = new Map<string, Fall>();
  for (const reign of reigns) {
    const { version, from, to } = reign;
    const lastDay = lastDayOf(version.items, endsOn);
    const planEnd = lastDay === null ? Number.POSITIVE_INFINITY : dayNumber(lastDay);
    const stretch = { from, to, lateTo: reign === reigns.at(-1) ? until : to, planEnd, pauses };
    reign.lastFall = to;
    reign.lines = version.items.map((item) => {
      const days = lineDays(item, stretch, falls.has(item.key));
      if (days.latest) {
        falls.set(item.key, days.latest);
        reign.lastFall = Math.max(reign.lastFall, days.latest.day);
      }
      return { item, days };
    });
  }
  return { reigns, falls, pauses };
}
