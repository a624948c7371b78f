import { addDays, calendarDayOf } from "@/lib/core/calendar";
import type { ReminderRule } from "./times";
import type { Snooze } from "./vocabulary";
import { instantsShowing } from "./wall-clock";

/** What somebody begins with who has not chosen: nine in the morning, every day, quiet from ten at night to seven; and nothing switched on. */
export const DEFAULT_RULE: ReminderRule = {
  times: [540],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  quiet: { from: 1320, to: 420 },
  repeats: 0,
  repeatMinutes: 60,
  snoozedUntil: null,
};

const HOUR = 3_600_000;
/** Days without reminders, today among them. */
const SNOOZE_DAYS = 3;

/**
 * When a snooze ends: in an hour, but with the day at the latest; at the end of today, or of the third day, in the patient's zone. Null ends
 * it. @throws RangeError on an unknown zone.
 */
export function snoozeEnd(snooze: Snooze, now: Date, timeZone: string): Date | null {
  if (snooze === "none") return null;
  const today = calendarDayOf(now, timeZone);
  const endOf = (days: number) => instantsShowing(addDays(today, days), 0, timeZone)[0] ?? now;
  if (snooze === "days") return endOf(SNOOZE_DAYS);
  const midnight = endOf(1);
  const inAnHour = new Date(now.getTime() + HOUR);
  return snooze === "today" || inAnHour > midnight ? midnight : inAnHour;
}
