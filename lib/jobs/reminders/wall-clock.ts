import { type CalendarDay, dayNumber } from "@/lib/core/calendar";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** What the clocks of a zone show at an instant, in milliseconds as if it were UTC; whole seconds. */
function shownAt(instant: number, timeZone: string): number {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Minutes after midnight that the clocks of a zone show, 0 to 1439. @throws RangeError on an unknown zone or an invalid instant. */
export function minuteOfDay(instant: Date, timeZone: string): number {
  return Math.floor((((shownAt(instant.getTime(), timeZone) % DAY) + DAY) % DAY) / MINUTE);
}

/**
 * Every instant at which the clocks of a zone show a time of a day, in order: one as a rule, two in the hour they repeat. For a time they
 * skip it is the instant at which they jump, the next time there is; it can lie on the next day. `minute` is 0 to 1439.
 * @throws RangeError on a bad day or an unknown zone.
 */
export function instantsShowing(day: CalendarDay, minute: number, timeZone: string): Date[] {
  const wanted = dayNumber(day) * DAY + minute * MINUTE;
  // No zone is more than 14 hours from UTC, nor changes its clocks twice within two days.
  const offsets = [-DAY, 0, DAY].map((shift) => shownAt(wanted + shift, timeZone) - (wanted + shift));
  const candidates = [...new Set(offsets)].map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.filter((instant) => shownAt(instant, timeZone) === wanted);
  if (exact.length > 0) return exact.map((instant) => new Date(instant));
  let [before, after] = [candidates[0] ?? wanted, candidates.at(-1) ?? wanted];
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (shownAt(middle, timeZone) < wanted) before = middle;
    else after = middle;
  }
  return [new Date(after)];
}
