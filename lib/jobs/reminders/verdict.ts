import { calendarDayOf } from "@/lib/core/calendar";
import { isAskedFor, outOfQuiet, type ReminderRule, type TimedReminder } from "./times";
import type { DropReason } from "./vocabulary";

/** What becomes of a reminder whose time has come. */
export type Verdict = { kind: "send" } | { kind: "wait"; until: Date } | { kind: "drop"; reason: DropReason };

type Planned = Pick<TimedReminder, "dueOn" | "slot" | "repeat">;

type Standing = {
  rule: ReminderRule;
  /** Whether this way of reminding is switched on. */
  isOn: boolean;
  timeZone: string;
  /** Whether a later reminder of the same day and the same way is due as well: then that one speaks for both. */
  isOvertaken: boolean;
};

const drop = (reason: DropReason): Verdict => ({ kind: "drop", reason });

/**
 * Whether a reminder still stands by its settings: switched on, asked for, on its own day, not put off, not in the quiet hours. One that is
 * put off, or held by quiet hours, waits for their end if that is on the same day. @throws RangeError on an unknown zone.
 */
export function standingOf(reminder: Planned, { rule, isOn, timeZone, isOvertaken }: Standing, now: Date): Verdict {
  if (!isOn) return drop("off");
  if (calendarDayOf(now, timeZone) !== reminder.dueOn || isOvertaken) return drop("late");
  if (rule.snoozedUntil && rule.snoozedUntil > now) {
    const isToday = calendarDayOf(rule.snoozedUntil, timeZone) === reminder.dueOn;
    return isToday ? { kind: "wait", until: rule.snoozedUntil } : drop("snoozed");
  }
  if (!isAskedFor(reminder, rule, timeZone)) return drop("off");
  const out = outOfQuiet(now, rule, timeZone);
  if (!out) return drop("quiet");
  return out > now ? { kind: "wait", until: out } : { kind: "send" };
}

/**
 * Whether there is still a reason to send it: something is left to do today and, when it is a repeat, nothing was reported since the first.
 */
export function needOf({ repeat }: Pick<Planned, "repeat">, done: { isOpen: boolean; hasReported: boolean }): Verdict {
  return !done.isOpen || (repeat > 0 && done.hasReported) ? drop("done") : { kind: "send" };
}
