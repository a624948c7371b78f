import { type CalendarDay, calendarDayOf, formatInstant } from "@/lib/core/calendar";

/**
 * The instant at which the clocks of a zone show a time ("07:30") on a day. In the hour the clocks skip it is the same stretch
 * later; in the hour they repeat it is one of the two. @throws RangeError on a bad day, time or zone.
 */
export function instantAt(day: CalendarDay, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let instant = wanted;
  for (let tries = 0; tries < 2; tries++) instant += wanted - shownAt(new Date(instant), timeZone);
  return new Date(instant);
}

/** What the clocks of a zone show, as if it were UTC; whole minutes. */
function shownAt(instant: Date, timeZone: string): number {
  return Date.parse(`${calendarDayOf(instant, timeZone)}T${formatInstant(instant, timeZone).slice(-5)}:00Z`);
}
