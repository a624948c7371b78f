import { addDays, type CalendarDay, calendarDayOf, isoWeekday } from "@/lib/core/calendar";
import { instantsShowing, minuteOfDay } from "./wall-clock";

/** How somebody wants to be reminded. Times and quiet hours are minutes after midnight, 0 to 1439; weekdays 1 = Monday to 7 = Sunday. */
export type ReminderRule = {
  times: readonly number[];
  weekdays: readonly number[];
  /** Nothing comes from `from` up to, and not at, `to`; over midnight when `to` is the earlier. */
  quiet: { from: number; to: number } | null;
  /** Repeats of each reminder while nothing is logged, 0 to 2, and the minutes between. */
  repeats: number;
  repeatMinutes: number;
  snoozedUntil: Date | null;
};

/** One reminder of a day. `slot` is the time it comes from, `repeat` 0 the first. */
export type TimedReminder = { dueOn: CalendarDay; slot: number; repeat: number; fireAt: Date };

const MINUTE = 60_000;

/** Whether a minute of the day lies in the quiet hours. */
export function isQuiet(minute: number, quiet: ReminderRule["quiet"]): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from < to ? from <= minute && minute < to : minute >= from || minute < to;
}

/**
 * The instant itself, or the end of the quiet hours it lies in, when the clocks show it or have jumped past it; null when these end on
 * another day.
 */
export function outOfQuiet(instant: Date, { quiet }: Pick<ReminderRule, "quiet">, timeZone: string): Date | null {
  const minute = minuteOfDay(instant, timeZone);
  if (!quiet || !isQuiet(minute, quiet)) return instant;
  // They end on the next day, also when the clocks go back and show their end once more on this one.
  if (minute >= quiet.to) return null;
  const day = calendarDayOf(instant, timeZone);
  const ends = instantsShowing(day, quiet.to, timeZone);
  return (
    ends.find(
      (end) => end > instant && calendarDayOf(end, timeZone) === day && !isQuiet(minuteOfDay(end, timeZone), quiet),
    ) ?? null
  );
}

/**
 * The times of a day, in order: those asked for, and the end of a snooze that ends in the middle of this day, so that who put a reminder
 * off for an hour gets it after an hour. A snooze to the end of a day ends at midnight and adds none.
 */
function slotsOn({ times, snoozedUntil }: ReminderRule, day: CalendarDay, timeZone: string): number[] {
  const slots = new Set(times);
  if (snoozedUntil && calendarDayOf(snoozedUntil, timeZone) === day) {
    const minute = minuteOfDay(snoozedUntil, timeZone);
    if (minute > 0) slots.add(minute);
  }
  return [...slots].sort((a, b) => a - b);
}

/** Repeats of a slot: the end of a snooze, which is no time of the rule, has none. */
const repeatsOf = ({ times, repeats }: ReminderRule, slot: number) => (times.includes(slot) ? repeats : 0);

/** Whether the settings ask for a reminder: its weekday, its time and its repeat. @throws RangeError on a bad day or zone. */
export function isAskedFor(
  { dueOn, slot, repeat }: Omit<TimedReminder, "fireAt">,
  rule: ReminderRule,
  timeZone: string,
): boolean {
  const isSlot = slotsOn(rule, dueOn, timeZone).includes(slot);
  return isSlot && rule.weekdays.includes(isoWeekday(dueOn)) && repeat <= repeatsOf(rule, slot);
}

/** When the first reminder of a slot comes, or would have come but for the quiet hours. @throws RangeError on a bad day or zone. */
export function firstOf(slot: number, rule: ReminderRule, day: CalendarDay, timeZone: string): Date {
  const [instant = new Date(Number.NaN)] = instantsShowing(day, slot, timeZone);
  return outOfQuiet(instant, rule, timeZone) ?? instant;
}

/**
 * The reminders of one day in a zone, in order, none at the same instant as another:
 *
 * - only on the weekdays asked for;
 * - at each time; one that the clocks skip comes at the next there is, one that they show twice comes the first time;
 * - each repeated so many minutes later, as time passes and not as clocks show it;
 * - what would fall into the quiet hours comes at their end, if that is on the same day, and is left out if not;
 * - nothing after the day.
 *
 * Whether anything is due, and whether it is put off, is asked when the time has come. @throws RangeError on a bad day or zone.
 */
export function remindersOn(rule: ReminderRule, day: CalendarDay, timeZone: string): TimedReminder[] {
  if (!rule.weekdays.includes(isoWeekday(day))) return [];
  const taken = new Set<number>();
  const found: TimedReminder[] = [];
  const add = (slot: number, repeat: number, instant: Date) => {
    const fireAt = calendarDayOf(instant, timeZone) === day ? outOfQuiet(instant, rule, timeZone) : null;
    if (!fireAt || taken.has(fireAt.getTime())) return;
    taken.add(fireAt.getTime());
    found.push({ dueOn: day, slot, repeat, fireAt });
  };
  const firsts = slotsOn(rule, day, timeZone).map((slot) => {
    const at = firstOf(slot, rule, day, timeZone);
    add(slot, 0, at);
    return { slot, at };
  });
  for (const { slot, at } of firsts) {
    for (let repeat = 1; repeat <= repeatsOf(rule, slot); repeat += 1) {
      add(slot, repeat, new Date(at.getTime() + repeat * rule.repeatMinutes * MINUTE));
    }
  }
  return found.sort((a, b) => a.fireAt.getTime() - b.fireAt.getTime());
}

/** The reminders that fall from one instant up to, and not at, another, in order. @throws RangeError on an unknown zone. */
export function remindersBetween(rule: ReminderRule, timeZone: string, from: Date, to: Date): TimedReminder[] {
  if (from >= to) return [];
  const last = calendarDayOf(to, timeZone);
  const found: TimedReminder[] = [];
  for (let day = calendarDayOf(from, timeZone); day <= last; day = addDays(day, 1)) {
    found.push(...remindersOn(rule, day, timeZone).filter(({ fireAt }) => fireAt >= from && fireAt < to));
  }
  return found;
}

/** Of the times asked for those at which nothing would ever come: in quiet hours that end on the next day. */
export function silencedTimes({ times, quiet }: Pick<ReminderRule, "times" | "quiet">): number[] {
  if (!quiet || quiet.from < quiet.to) return [];
  return times.filter((time) => time >= quiet.from);
}
