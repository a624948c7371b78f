import { addDays, type CalendarDay, dayNumber, dayOfNumber } from "@/lib/core/calendar";

/** Days on which a plan rests (a holiday, an illness), both inclusive. `to` is null while nobody knows when it ends. */
export type Pause = { from: CalendarDay; to: CalendarDay | null };

/** Pauses as day numbers, in order, with days between any two. `to` is Infinity for one without an end. */
export type PausedDays = readonly { from: number; to: number }[];

const NO_PAUSES: PausedDays = [];

/** Pauses put in order, those that touch or overlap made one; one that ends before it begins is none. @throws RangeError on a bad day. */
export function pausedDays(pauses: readonly Pause[] = []): PausedDays {
  if (pauses.length === 0) return NO_PAUSES;
  const inOrder = pauses
    .map(({ from, to }) => ({ from: dayNumber(from), to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const pause of inOrder) {
    const before = merged.at(-1);
    if (before && pause.from <= before.to + 1) before.to = Math.max(before.to, pause.to);
    else merged.push(pause);
  }
  return merged;
}

/** The day itself, or the first day after the pause it lies in; Infinity when that has no end. */
export function openDay(pauses: PausedDays, day: number): number {
  for (const { from, to } of pauses) if (day >= from && day <= to) return to + 1;
  return day;
}

/** The earliest day that `openDay` moves to this one or later. */
export function earliestMovedTo(pauses: PausedDays, day: number): number {
  for (const { from, to } of pauses) if (from < day && day <= to + 1) return from;
  return day;
}

/** The pause a plan is in: the first and last day of it, and the first day after; null while nobody knows. */
export type CurrentPause = { from: CalendarDay; to: CalendarDay | null; resumesOn: CalendarDay | null };

/** The pause a day lies in, those that touch taken together; null when it lies in none. @throws RangeError on a bad day. */
export function pauseOn(pauses: readonly Pause[] | undefined, day: CalendarDay): CurrentPause | null {
  const number = dayNumber(day);
  const found = pausedDays(pauses).find(({ from, to }) => number >= from && number <= to);
  if (!found) return null;
  const isOpen = found.to === Number.POSITIVE_INFINITY;
  return {
    from: dayOfNumber(found.from),
    to: isOpen ? null : dayOfNumber(found.to),
    resumesOn: isOpen ? null : dayOfNumber(found.to + 1),
  };
}

/**
 * The last of so many days from an open day on, that day included, not counting those in a pause; the last one before a pause
 * without an end, should they not all come.
 */
export function lastOfOpenDays(pauses: PausedDays, day: number, count: number): number {
  let last = day + count - 1;
  for (const { from, to } of pauses) {
    if (to < day) continue;
    if (from > last) break;
    if (to === Number.POSITIVE_INFINITY) return from - 1;
    last += to - from + 1;
  }
  return last;
}

/** The longest a pause with a last day lasts. Our own choice; after a year the plan should be looked at. */
const LONGEST_DAYS = 366;

/** Why a pause that begins today cannot last until a day, as a plain sentence; null when it can. @throws RangeError on a bad day. */
export function untilProblem(until: CalendarDay | null, today: CalendarDay): string | null {
  if (until === null) return null;
  if (until < today) return "This day has gone by. Choose today or later.";
  return until > addDays(today, LONGEST_DAYS) ? "This is more than a year ahead. Leave it open instead." : null;
}
