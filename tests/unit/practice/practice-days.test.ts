import { describe, expect, it } from "vitest";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Occurrence } from "@/lib/plans/schedule";
import { type LoggedOccurrence, practiceDays } from "@/lib/practice/adherence";
import { day, due, log } from "./logged";

describe("practiceDays", () => {
  const stateOn = (occurrences: Occurrence[], logs: LoggedOccurrence[], today: CalendarDay) =>
    practiceDays(occurrences, logs, { from: day(1), to: day(1), today })[0];
  const two = [due(1), due(1, "sit")];
  const sit = { itemKey: "sit" };

  it.each<[string, Occurrence[], LoggedOccurrence[], number, { prescribed: number; done: number; state: string }]>([
    ["all done", two, [log(1, "done"), log(1, "done", sit)], 5, { prescribed: 2, done: 2, state: "done" }],
    ["some done", two, [log(1, "done")], 5, { prescribed: 2, done: 1, state: "partly" }],
    [
      "one done, one skipped",
      two,
      [log(1, "done"), log(1, "skipped", sit)],
      5,
      { prescribed: 2, done: 1, state: "partly" },
    ],
    ["one partly", two, [log(1, "partly", { setsDone: 1 })], 5, { prescribed: 2, done: 0, state: "partly" }],
    ["one skipped, one silent", two, [log(1, "skipped")], 5, { prescribed: 2, done: 0, state: "skipped" }],
    ["no word", two, [], 5, { prescribed: 2, done: 0, state: "silent" }],
    ["nothing asked", [], [], 5, { prescribed: 0, done: 0, state: "rest" }],
    ["done though nothing was asked", [], [log(1, "done")], 5, { prescribed: 0, done: 1, state: "done" }],
    ["skipped though nothing was asked", [], [log(1, "skipped")], 5, { prescribed: 0, done: 0, state: "rest" }],
    ["today, nothing yet", two, [], 1, { prescribed: 2, done: 0, state: "ahead" }],
    ["today, half way", two, [log(1, "done")], 1, { prescribed: 2, done: 1, state: "ahead" }],
    ["today, all done", two, [log(1, "done"), log(1, "done", sit)], 1, { prescribed: 2, done: 2, state: "done" }],
    [
      "today, all skipped",
      two,
      [log(1, "skipped"), log(1, "skipped", sit)],
      1,
      { prescribed: 2, done: 0, state: "skipped" },
    ],
    ["tomorrow", two, [], 0, { prescribed: 2, done: 0, state: "ahead" }],
    ["a day of rest to come", [], [], 0, { prescribed: 0, done: 0, state: "rest" }],
  ])("%s", (_, occurrences, logs, today, expected) => {
    expect(stateOn(occurrences, logs, day(today))).toEqual({ day: day(1), ...expected });
  });

  it("gives every day of the period, over a month's end and a clock change, and none when it runs backwards", () => {
    const days = practiceDays([], [], { from: "2025-03-28", to: "2025-04-02", today: "2025-04-10" });
    expect(days.map((one) => one.day)).toEqual([
      "2025-03-28",
      "2025-03-29",
      "2025-03-30",
      "2025-03-31",
      "2025-04-01",
      "2025-04-02",
    ]);
    expect(practiceDays([], [], { from: day(2), to: day(1), today: day(1) })).toEqual([]);
  });
});
