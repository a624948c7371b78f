import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { dueOn, occurrenceId, occurrences } from "@/lib/plans/schedule";
import { anyDay, anyPlan, item, plan, START, version, weekly } from "./timelines";

const BEFORE_ALL: CalendarDay = addDays(START, -60);
const _AFTER_ALL: CalendarDay = addDays(START, 250);
const NONE: ReadonlySet<string> = new Set();

const ids = (found: readonly { key: string; dueOn: CalendarDay; occasion: number }[]) =>
  found.map(({ key, dueOn, occasion }) => occurrenceId(key, dueOn, occasion));

describe("dueOn", () => {
  const daily = item(weekly([1, 2, 3, 4, 5, 6, 7], 2), { key: "bridge" });
  const reading = item({ kind: "once", day: 3 }, { key: "reading", kind: "article" });
  const index = item({ kind: "every-weeks", weeks: 2 }, { key: "index", kind: "questionnaire" });
  const timeline = plan(version(1, START, [daily, reading, index]));
  const due = (day: CalendarDay, settled: readonly string[] = [], of = timeline) =>
    dueOn(of, day, new Set(settled)).map(({ id, overdueDays }) => `${id} +${overdueDays}`);

  it("lists the day's occasions, what is open since before, and the latest of what comes round", () => {
    expect(due(addDays(START, 4))).toEqual([
      "bridge:2025-03-07:1 +0",
      "bridge:2025-03-07:2 +0",
      "reading:2025-03-05:1 +2",
      "index:2025-03-03:1 +4",
    ]);
  });

  it("leaves out what came once and is settled, and shows the day's occasions as settled", () => {
    const day = addDays(START, 4);
    const settled = new Set(["bridge:2025-03-07:1", "reading:2025-03-05:1", "index:2025-03-03:1"]);
    expect(dueOn(timeline, day, settled).map(({ id, settled }) => [id, settled])).toEqual([
      ["bridge:2025-03-07:1", true],
      ["bridge:2025-03-07:2", false],
    ]);
  });

  it("lets an older round lapse once the next has come, answered or not", () => {
    const round = (day: CalendarDay, settled: readonly string[] = []) =>
      due(day, settled).filter((line) => line.startsWith("index"));
    expect(round(addDays(START, 13))).toEqual(["index:2025-03-03:1 +13"]);
    expect(round(addDays(START, 14))).toEqual(["index:2025-03-17:1 +0"]);
    expect(round(addDays(START, 15), ["index:2025-03-17:1"])).toEqual([]);
  });

  it("is empty before the plan and after its end", () => {
    expect(due(addDays(START, -1))).toEqual([]);
    const ended = { ...timeline, endsOn: addDays(START, 10) };
    expect(due(addDays(START, 10), [], ended)).not.toEqual([]);
    expect(due(addDays(START, 11), [], ended)).toEqual([]);
  });

  it("goes by the version in force: what it puts off, moves out of its phase or drops is not due", () => {
    const day = addDays(START, 6);
    const published = addDays(START, 5);
    const next = (items: Parameters<typeof version>[2]) =>
      plan(version(1, START, [reading]), version(2, published, items));
    expect(due(day, [], next([reading]))).toEqual(["reading:2025-03-05:1 +4"]);
    expect(due(day, ["reading:2025-03-05:1"], next([reading]))).toEqual([]);
    expect(due(day, [], next([{ ...reading, schedule: { kind: "once", day: 10 } }]))).toEqual([]);
    expect(due(day, [], next([{ ...reading, phaseEndsOn: addDays(START, 1) }]))).toEqual([]);
    expect(due(day, [], next([]))).toEqual([]);
  });

  it("keeps its name when a version moves its day into the past, so that it stays settled", () => {
    const earlier = { ...reading, schedule: { kind: "once", day: 1 } as const };
    const next = plan(version(1, START, [reading]), version(2, addDays(START, 5), [earlier]));
    expect(due(addDays(START, 6), ["reading:2025-03-05:1"], next)).toEqual([]);
    expect(due(addDays(START, 6), [], next)).toEqual(["reading:2025-03-05:1 +4"]);
  });

  it("points at the row of the version in force", () => {
    const newer = { ...reading, id: "reading-row-2" };
    const next = plan(version(1, START, [reading]), version(2, addDays(START, 5), [newer]));
    expect(dueOn(next, addDays(START, 6), NONE)).toMatchObject([{ itemId: "reading-row-2", versionId: "v2" }]);
  });

  it("never holds anything that is no occurrence, nor the same thing twice, nor the future", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (any, day) => {
        const all = new Set(ids(occurrences(any, BEFORE_ALL, day)));
        const found = dueOn(any, day, NONE);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { id, dueOn, overdueDays } of found) {
          expect(all.has(id)).toBe(true);
          expect(overdueDays).toBe(daysBetween(dueOn, day));
        }
      }),
    );
  });

  it("holds every occurrence of its own day, until that is settled", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (any, day) => {
        const ofToday = ids(occurrences(any, day, day));
        const found = dueOn(any, day, NONE).filter(({ overdueDays }) => overdueDays === 0);
        expect(found.map(({ id }) => id)).toEqual(ofToday);
        const open = dueOn(any, day, new Set(ofToday)).filter(({ settled, dueOn }) => !settled && dueOn === day);
        expect(open).toEqual([]);
      }),
    );
  });
});
