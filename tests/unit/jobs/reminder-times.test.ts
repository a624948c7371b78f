import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isoWeekday } from "@/lib/core/calendar";
import {
  isQuiet,
  outOfQuiet,
  type ReminderRule,
  remindersBetween,
  remindersOn,
  silencedTimes,
} from "@/lib/jobs/reminders/times";
import { instantsShowing } from "@/lib/jobs/reminders/wall-clock";
import { clockAt, days, minutesOf, rules, ZONES } from "./clocks";

const RULE: ReminderRule = {
  times: [540],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  quiet: null,
  repeats: 0,
  repeatMinutes: 30,
  snoozedUntil: null,
};
/** The first minute from one on at which the clocks have shown the end of the quiet hours; the same minute when it is not quiet. */
function outOf(minutes: ReturnType<typeof minutesOf>, from: number, quiet: ReminderRule["quiet"]): Date | null {
  const start = minutes[from];
  if (!start || !quiet || !isQuiet(start.minute, quiet)) return start?.instant ?? null;
  if (start.minute >= quiet.to) return null;
  return minutes.slice(from).find(({ minute }) => minute >= quiet.to && !isQuiet(minute, quiet))?.instant ?? null;
}

const at = (rule: Partial<ReminderRule>, day = "2026-06-10", zone = "Europe/London") =>
  remindersOn({ ...RULE, ...rule }, day, zone).map(({ fireAt }) => fireAt.toISOString().slice(0, 16));

describe("the reminders of a day", () => {
  test("come at their times in the patient's zone, in order", () => {
    expect(at({ times: [1080, 540] })).toEqual(["2026-06-10T08:00", "2026-06-10T17:00"]);
    expect(at({ times: [540] }, "2026-06-10", "Asia/Kathmandu")).toEqual(["2026-06-10T03:15"]);
  });

  test("come on no weekday that was not asked for", () => {
    expect(at({ weekdays: [1, 2, 4, 5, 6, 7] }, "2026-06-10")).toEqual([]);
  });

  test("are repeated at most twice, and not into the next day", () => {
    expect(at({ repeats: 2 })).toEqual(["2026-06-10T08:00", "2026-06-10T08:30", "2026-06-10T09:00"]);
    expect(at({ times: [1400], repeats: 2 })).toEqual(["2026-06-10T22:20", "2026-06-10T22:50"]);
  });

  test("wait for the end of quiet hours, their repeats after that", () => {
    const quiet = { from: 780, to: 840 };
    expect(at({ times: [800], repeats: 1, quiet })).toEqual(["2026-06-10T13:00", "2026-06-10T13:30"]);
  });

  test("are left out when quiet hours end on the next day, and moved when they began on the one before", () => {
    const quiet = { from: 1320, to: 420 };
    expect(at({ times: [1350], quiet })).toEqual([]);
    expect(at({ times: [390], quiet })).toEqual(["2026-06-10T06:00"]);
    expect(silencedTimes({ times: [390, 540, 1350], quiet })).toEqual([1350]);
  });

  test("that meet at the end of quiet hours are one", () => {
    expect(at({ times: [300, 390], quiet: { from: 1320, to: 420 } })).toEqual(["2026-06-10T06:00"]);
  });

  test("come an hour after a snooze of an hour, once, and at no midnight", () => {
    const until = (time: string) => ({ snoozedUntil: new Date(time), repeats: 2 });
    expect(at(until("2026-06-10T10:17:00Z"))).toEqual([
      ...["2026-06-10T08:00", "2026-06-10T08:30", "2026-06-10T09:00", "2026-06-10T10:17"],
    ]);
    expect(at({ snoozedUntil: new Date("2026-06-09T23:00:00Z") })).toEqual(["2026-06-10T08:00"]);
  });
});

describe("when the clocks change", () => {
  test("a time that does not exist comes at the next that does", () => {
    expect(at({ times: [90] }, "2026-03-29")).toEqual(["2026-03-29T01:00"]);
    expect(at({ times: [10] }, "2026-09-06", "America/Santiago")).toEqual(["2026-09-06T04:00"]);
  });

  test("a time that exists twice comes once, the first time", () => {
    expect(at({ times: [90] }, "2026-10-25")).toEqual(["2026-10-25T00:30"]);
    expect(instantsShowing("2026-10-25", 90, "Europe/London").map((one) => one.toISOString())).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });

  test("quiet hours that end tomorrow do not end today because an hour comes twice", () => {
    const rule = { times: [0, 1], quiet: { from: 1, to: 0 } };
    expect(at(rule, "2027-10-31", "Atlantic/Azores")).toEqual(["2027-10-31T00:00"]);
  });

  test("a day that a zone left out has none", () => {
    expect(at({ times: [600] }, "2011-12-30", "Pacific/Apia")).toEqual([]);
  });
});

describe("whatever the rule, the day and the zone", () => {
  const anyDay = [rules, days, fc.constantFrom(...ZONES)] as const;

  test("none falls into quiet hours, on another day, or on a weekday not asked for", () => {
    fc.assert(
      fc.property(...anyDay, (rule, day, zone) => {
        for (const { dueOn, fireAt } of remindersOn(rule, day, zone)) {
          const shown = clockAt(fireAt, zone);
          expect(shown.day).toBe(day);
          expect(dueOn).toBe(day);
          expect(isQuiet(shown.minute, rule.quiet)).toBe(false);
          expect(rule.weekdays).toContain(isoWeekday(day));
        }
      }),
      { numRuns: 400 },
    );
  });

  test("no two come at once, each slot comes once and is repeated as often as asked at most", () => {
    fc.assert(
      fc.property(...anyDay, (rule, day, zone) => {
        const found = remindersOn(rule, day, zone);
        expect(new Set(found.map(({ fireAt }) => fireAt.getTime())).size).toBe(found.length);
        expect(new Set(found.map(({ slot, repeat }) => `${slot}/${repeat}`)).size).toBe(found.length);
        for (const { slot, repeat } of found) {
          expect(rule.times).toContain(slot);
          expect(repeat).toBeLessThanOrEqual(rule.repeats);
        }
        expect(found).toEqual(found.toSorted((a, b) => a.fireAt.getTime() - b.fireAt.getTime()));
      }),
      { numRuns: 400 },
    );
  });

  test("the first of each slot is the first minute of the day that is late enough and not quiet", () => {
    fc.assert(
      fc.property(...anyDay, (given, day, zone) => {
        const rule = { ...given, repeats: 0, weekdays: [1, 2, 3, 4, 5, 6, 7] };
        const minutes = minutesOf(day, zone);
        const expected = rule.times.flatMap((time) => {
          const exact = minutes.findIndex(({ minute }) => minute === time);
          const from = exact >= 0 ? exact : minutes.findIndex(({ minute }) => minute >= time);
          const first = from < 0 ? null : outOf(minutes, from, rule.quiet);
          return first ? [first.getTime()] : [];
        });
        const found = remindersOn(rule, day, zone).map(({ fireAt }) => fireAt.getTime());
        expect(found).toEqual([...new Set(expected)].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test("a stretch of time holds what its parts hold", () => {
    fc.assert(
      fc.property(...anyDay, fc.integer({ min: 0, max: 3000 }), (rule, day, zone, cut) => {
        const from = new Date(`${day}T00:00:00Z`);
        const to = new Date(`${addDays(day, 2)}T00:00:00Z`);
        const middle = new Date(from.getTime() + Math.min(cut, 2880) * 60_000);
        const parts = [...remindersBetween(rule, zone, from, middle), ...remindersBetween(rule, zone, middle, to)];
        expect(parts).toEqual(remindersBetween(rule, zone, from, to));
      }),
      { numRuns: 100 },
    );
  });

  test("quiet hours end when the clocks show their end, or have jumped past it", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(...anyDay, minute, ({ quiet }, day, zone, start) => {
        const minutes = minutesOf(day, zone);
        const from = Math.min(start, minutes.length - 1);
        const expected = outOf(minutes, from, quiet);
        expect(outOfQuiet(minutes[from]?.instant ?? new Date(0), { quiet }, zone)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
