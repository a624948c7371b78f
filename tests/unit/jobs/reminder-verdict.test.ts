import { describe, expect, test } from "vitest";
import { nextTryAt } from "@/lib/jobs/reminders/back-off";
import { DEFAULT_RULE, snoozeEnd } from "@/lib/jobs/reminders/defaults";
import type { ReminderRule } from "@/lib/jobs/reminders/times";
import { needOf, standingOf } from "@/lib/jobs/reminders/verdict";

const NOW = new Date("2026-06-10T08:00:00Z");
const rule: ReminderRule = { ...DEFAULT_RULE, times: [540], quiet: null, repeats: 1, repeatMinutes: 30 };
const reminder = { dueOn: "2026-06-10", slot: 540, repeat: 0 };
const standing = (changes: Partial<Parameters<typeof standingOf>[1]> & { rule?: ReminderRule } = {}) => ({
  rule,
  isOn: true,
  timeZone: "Europe/London",
  isOvertaken: false,
  ...changes,
});
const drop = (reason: string) => ({ kind: "drop", reason });

describe("a reminder whose time has come", () => {
  test("is sent when nothing speaks against it", () => {
    expect(standingOf(reminder, standing(), NOW)).toEqual({ kind: "send" });
  });

  test.each([
    ["switched off", standing({ isOn: false }), "off"],
    ["its time was taken away", standing({ rule: { ...rule, times: [600] } }), "off"],
    ["its weekday was taken away", standing({ rule: { ...rule, weekdays: [1] } }), "off"],
    ["a later one is due", standing({ isOvertaken: true }), "late"],
    [
      "put off until tomorrow",
      standing({ rule: { ...rule, snoozedUntil: new Date("2026-06-10T23:00:00Z") } }),
      "snoozed",
    ],
    ["quiet hours until tomorrow", standing({ rule: { ...rule, quiet: { from: 500, to: 60 } } }), "quiet"],
  ])("is left out when %s", (_, how, reason) => {
    expect(standingOf(reminder, how, NOW)).toEqual(drop(reason));
  });

  test("is left out when its day is over, in the patient's zone", () => {
    expect(standingOf(reminder, standing(), new Date("2026-06-10T22:59:00Z"))).toEqual({ kind: "send" });
    expect(standingOf(reminder, standing(), new Date("2026-06-10T23:00:00Z"))).toEqual(drop("late"));
  });

  test("waits for the end of a snooze, or of quiet hours, on the same day", () => {
    const until = new Date("2026-06-10T08:40:00Z");
    expect(standingOf(reminder, standing({ rule: { ...rule, snoozedUntil: until } }), NOW)).toEqual({
      kind: "wait",
      until,
    });
    expect(standingOf(reminder, standing({ rule: { ...rule, quiet: { from: 500, to: 600 } } }), NOW)).toEqual({
      kind: "wait",
      until: new Date("2026-06-10T09:00:00Z"),
    });
  });

  test("is no repeat that the settings no longer ask for", () => {
    expect(standingOf({ ...reminder, repeat: 1 }, standing(), NOW)).toEqual({ kind: "send" });
    expect(standingOf({ ...reminder, repeat: 2 }, standing(), NOW)).toEqual(drop("off"));
  });

  test("of a snooze's end stands while the snooze is remembered", () => {
    const ended = { ...rule, snoozedUntil: new Date("2026-06-10T07:50:00Z") };
    const atEnd = { ...reminder, slot: 530 };
    expect(standingOf(atEnd, standing({ rule: ended }), NOW)).toEqual({ kind: "send" });
    expect(standingOf(atEnd, standing(), NOW)).toEqual(drop("off"));
  });
});

describe("the need for it", () => {
  test.each([
    [0, true, false, "send"],
    [0, true, true, "send"],
    [0, false, false, "drop"],
    [1, true, false, "send"],
    [1, true, true, "drop"],
    [2, false, true, "drop"],
  ])("repeat %i, open %s, reported %s: %s", (repeat, isOpen, hasReported, kind) => {
    expect(needOf({ repeat }, { isOpen, hasReported }).kind).toBe(kind);
  });
});

test("a try that failed is followed by others after 1, 5, 30 and 120 minutes, and then by none", () => {
  const minutes = [1, 2, 3, 4].map((failures) => ((nextTryAt(failures, NOW)?.getTime() ?? 0) - NOW.getTime()) / 60_000);
  expect(minutes).toEqual([1, 5, 30, 120]);
  expect(nextTryAt(5, NOW)).toBeNull();
});

describe("a snooze", () => {
  const end = (snooze: Parameters<typeof snoozeEnd>[0], now: string, zone = "Europe/London") =>
    snoozeEnd(snooze, new Date(now), zone)?.toISOString() ?? null;

  test("ends in an hour, at midnight, or at the end of the third day", () => {
    expect(end("hour", "2026-06-10T08:00:00Z")).toBe("2026-06-10T09:00:00.000Z");
    expect(end("today", "2026-06-10T08:00:00Z")).toBe("2026-06-10T23:00:00.000Z");
    expect(end("days", "2026-06-10T08:00:00Z")).toBe("2026-06-12T23:00:00.000Z");
    expect(end("none", "2026-06-10T08:00:00Z")).toBeNull();
  });

  test("of an hour ends with the day, and one over a change of clocks at its midnight", () => {
    expect(end("hour", "2026-06-10T22:30:00Z")).toBe("2026-06-10T23:00:00.000Z");
    expect(end("days", "2026-10-23T08:00:00Z")).toBe("2026-10-26T00:00:00.000Z");
  });
});
