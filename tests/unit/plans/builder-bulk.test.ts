import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BulkChange, changeLines } from "@/lib/plans/builder-bulk";
import { lineKeys } from "@/lib/plans/builder-edits";
import { anyKey, anyText, exercise, reading, text } from "./builder-text";

const body = text(
  [exercise("a"), reading("b")],
  [exercise("c", { schedule: { kind: "every-days", days: 2, timesPerDay: 2 } }), exercise("d")],
);
const all = new Set(lineKeys(body));
const lineOf = (change: BulkChange, key: string) =>
  changeLines(body, all, change)
    .body.phases.flatMap(({ items }) => items)
    .find((line) => line.key === key);

describe("a change of many lines", () => {
  it("puts all at three days a week; what has no dose keeps its days", () => {
    const change: BulkChange = { weekdays: [5, 1, 3, 1] };
    expect(changeLines(body, all, change).changed).toBe(1);
    expect(lineOf(change, "c")?.schedule).toEqual({ kind: "weekly", weekdays: [1, 3, 5], timesPerDay: 2 });
    expect(lineOf(change, "b")).toEqual(reading("b"));
  });

  it("sets times a day of any line that has them", () => {
    const change: BulkChange = { timesPerDay: 3 };
    expect(lineOf(change, "c")?.schedule).toEqual({ kind: "every-days", days: 2, timesPerDay: 3 });
    expect(lineOf(change, "a")?.schedule).toMatchObject({ kind: "weekly", timesPerDay: 3 });
    expect(lineOf(change, "b")?.schedule).toEqual({ kind: "once", day: 1 });
  });

  it("sets sides only where there are any, and sets from 1 to 20", () => {
    const plain = exercise("p");
    const unsided = { ...plain, dose: plain.dose && { ...plain.dose, side: "none" as const } };
    const one = changeLines(text([unsided]), new Set(["p"]), { side: "left" });
    expect(one.changed).toBe(0);
    expect(lineOf({ side: "left" }, "a")?.dose?.side).toBe("left");
    expect(lineOf({ sets: 1 }, "a")?.dose?.sets).toBe(4);
    expect(lineOf({ sets: -9 }, "a")?.dose?.sets).toBe(1);
    expect(lineOf({ sets: 99 }, "a")?.dose?.sets).toBe(20);
    expect(lineOf({ painCeiling: 0 }, "a")?.painCeiling).toBe(0);
  });

  it("is the same text when nothing differs", () => {
    expect(changeLines(body, all, {})).toEqual({ body, changed: 0 });
    expect(changeLines(body, all, { painCeiling: 5 }).body).toBe(body);
  });

  it("touches no line that is not chosen, and loses none", () => {
    fc.assert(
      fc.property(anyText, fc.uniqueArray(anyKey), fc.integer({ min: -3, max: 3 }), (given, named, sets) => {
        const keys = new Set(named);
        const { body: after } = changeLines(given, keys, { sets, weekdays: [2], side: "right", painCeiling: 3 });
        expect(lineKeys(after)).toEqual(lineKeys(given));
        for (const [at, phase] of given.phases.entries()) {
          for (const [place, line] of phase.items.entries()) {
            if (!keys.has(line.key)) expect(after.phases[at]?.items[place]).toBe(line);
          }
        }
      }),
    );
  });
});
