import { addDays, type CalendarDay, isCalendarDay } from "@/lib/core/calendar";
import { mondayOf } from "./course";

/** Whole weeks of the practice log on one page. */
const LOG_WEEKS = 4;

/** Days shown, both inclusive, Monday to Sunday; `earlier` and `later` name the last day of the neighbouring pages. */
export type LogRange = { from: CalendarDay; to: CalendarDay; earlier: CalendarDay; later: CalendarDay | null };

/** No log is older than this: nobody pages further back. */
const EARLIEST: CalendarDay = "2000-01-01";

/**
 * The four weeks that end with the week of a day, or with this week for anything that is no day, lies ahead, or lies before
 * the year 2000.
 */
export function logRange(until: unknown, today: CalendarDay): LogRange {
  const isUsable = isCalendarDay(until) && until >= EARLIEST && until <= today;
  const thisSunday = addDays(mondayOf(today), 6);
  const to = isUsable ? addDays(mondayOf(until), 6) : thisSunday;
  const from = addDays(to, 1 - 7 * LOG_WEEKS);
  const next = addDays(to, 7 * LOG_WEEKS);
  const later = to >= thisSunday ? null : next < today ? next : today;
  return { from, to, earlier: addDays(from, -1), later };
}
