import fc from "fast-check";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { ReminderRule } from "@/lib/jobs/reminders/times";

/** Zones that change their clocks by an hour, by half an hour, at midnight, in the middle of Ramadan, and never. */
export const ZONES = [
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/Santiago",
  "America/Havana",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Atlantic/Azores",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
] as const;

const swedish = new Map<string, Intl.DateTimeFormat>(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }),
  ]),
);

/** What the clocks of a zone show, by another way than the rule's: "2026-03-29" and minutes after midnight. */
export function clockAt(instant: Date, timeZone: string): { day: CalendarDay; minute: number } {
  const text = swedish.get(timeZone)?.format(instant) ?? "";
  const [day = "", time = ""] = text.split(" ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { day, minute: hour * 60 + minute };
}

type Minute = { instant: Date; minute: number };
const walked = new Map<string, Minute[]>();

/** Every minute of a day in a zone, as it comes. */
export function minutesOf(day: CalendarDay, timeZone: string): Minute[] {
  const known = walked.get(`${day} ${timeZone}`) ?? walk(day, timeZone);
  walked.set(`${day} ${timeZone}`, known);
  return known;
}

const QUARTER = 15;

/** Clocks change on a quarter of an hour, so that within one the minutes follow one another. */
function walk(day: CalendarDay, timeZone: string): Minute[] {
  const found: Minute[] = [];
  const begin = Date.parse(`${addDays(day, -1)}T09:00:00Z`);
  for (let at = begin; at < begin + 54 * 3_600_000; at += QUARTER * 60_000) {
    const shown = clockAt(new Date(at), timeZone);
    if (shown.day !== day) continue;
    for (let past = 0; past < QUARTER; past += 1) {
      found.push({ instant: new Date(at + past * 60_000), minute: shown.minute + past });
    }
  }
  return found;
}

/** Days of 2026 and 2027 on which clocks change somewhere among the zones, and some others. */
export const days = fc.oneof(
  fc.constantFrom(
    ...["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2026-04-05", "2026-10-04", "2026-09-06", "2026-04-24"],
    ...["2026-04-04", "2026-10-29", "2026-10-30", "2026-02-15", "2026-03-22", "2026-09-27", "2027-03-28", "2027-10-31"],
  ),
  fc.integer({ min: 0, max: 700 }).map((count) => addDays("2026-01-01", count)),
);

const minute = fc.integer({ min: 0, max: 1439 });

export const rules: fc.Arbitrary<ReminderRule> = fc.record({
  times: fc.uniqueArray(fc.oneof(minute, fc.integer({ min: 0, max: 240 })), { minLength: 1, maxLength: 4 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 7 }),
  quiet: fc.option(
    fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to),
    { nil: null },
  ),
  repeats: fc.integer({ min: 0, max: 2 }),
  repeatMinutes: fc.integer({ min: 10, max: 240 }),
  snoozedUntil: fc.constant(null),
});
