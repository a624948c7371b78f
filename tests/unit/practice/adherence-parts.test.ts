import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Occurrence } from "@/lib/plans/schedule";
import { adherence } from "@/lib/practice/adherence";
import { adherenceByDay, adherenceByExercise, adherenceByWeek } from "@/lib/practice/adherence-parts";
import { OUTCOMES } from "@/lib/practice/vocabulary";
import { day, due, log } from "./logged";

const month = { from: day(1), to: day(28), today: day(40) };

describe("adherence by day", () => {
  it("gives each day its own share, and none to a day that asked for nothing", () => {
    const occurrences = [due(1), due(1, "sit"), due(3)];
    const logs = [log(1, "done"), log(1, "partly", { itemKey: "sit", setsDone: 1 }), log(2, "done")];
    const days = adherenceByDay(occurrences, logs, { from: day(1), to: day(4), today: day(9) });
    expect(days.map(({ share }) => share)).toEqual([expect.closeTo((1 + 1 / 3) / 2, 12), null, 0, null]);
    expect(days.map((one) => one.day)).toEqual([1, 2, 3, 4].map(day));
    expect(days[2]).toMatchObject({ prescribed: 1, silent: 1, skipped: 0 });
  });

  it("tells a reason from silence, and extra sets from what was asked", () => {
    const days = adherenceByDay([due(1), due(2), due(3)], [log(1, "skipped"), log(3, "done", { setsDone: 6 })], {
      from: day(1),
      to: day(3),
      today: day(9),
    });
    expect(days).toMatchObject([
      { skipped: 1, silent: 0, share: 0 },
      { skipped: 0, silent: 1, share: 0 },
      { share: 1, shareUncapped: 2 },
    ]);
  });

  it("goes over a month's end and a clock change, and gives nothing backwards", () => {
    const days = adherenceByDay([], [], { from: "2025-03-29", to: "2025-04-01", today: "2025-05-01" });
    expect(days.map((one) => one.day)).toEqual(["2025-03-29", "2025-03-30", "2025-03-31", "2025-04-01"]);
    expect(adherenceByDay([], [], { from: day(2), to: day(1), today: day(1) })).toEqual([]);
  });
});

describe("adherence by week", () => {
  it.each([
    [
      "whole weeks",
      day(1),
      day(14),
      [
        [day(1), day(7)],
        [day(8), day(14)],
      ],
    ],
    [
      "weeks the period cuts",
      day(3),
      day(16),
      [
        [day(3), day(7)],
        [day(8), day(14)],
        [day(15), day(16)],
      ],
    ],
    ["one day, a Sunday", day(7), day(7), [[day(7), day(7)]]],
    ["none", day(7), day(6), []],
  ])("%s", (_, from, to, expected) => {
    expect(adherenceByWeek([], [], { from, to, today: day(60) }).map((week) => [week.from, week.to])).toEqual(expected);
  });

  it("counts each week by itself", () => {
    const weeks = adherenceByWeek([due(1), due(3), due(8)], [log(1, "done"), log(8, "done")], {
      from: day(1),
      to: day(14),
      today: day(20),
    });
    expect(weeks.map(({ share, prescribed }) => [prescribed, share])).toEqual([
      [2, 0.5],
      [1, 1],
    ]);
  });
});

describe("adherence by exercise", () => {
  it("gives each exercise its own share, in the order they fell due, and leaves out what nobody prescribed", () => {
    const occurrences = [due(1, "sit"), due(1), due(2, "sit"), { ...due(2, "reading"), kind: "article" as const }];
    const logs = [log(1, "done", { itemKey: "sit" }), log(1, "skipped"), log(1, "done", { itemKey: "else" })];
    expect(adherenceByExercise(occurrences, logs, month)).toMatchObject([
      { key: "sit", prescribed: 2, done: 1, silent: 1, share: 0.5, shareUncapped: 0.5 },
      { key: "bridge", prescribed: 1, skipped: 1, share: 0 },
    ]);
  });

  it("leaves today out of all of them while something of it is open", () => {
    const occurrences = [due(1), due(2), due(2, "sit")];
    const parts = adherenceByExercise(occurrences, [log(1, "done"), log(2, "done")], { ...month, today: day(2) });
    expect(parts).toMatchObject([
      { key: "bridge", prescribed: 1, ahead: 1, share: 1 },
      { key: "sit", prescribed: 0, ahead: 1, share: null },
    ]);
  });
});

describe("the parts of adherence, for any practice", () => {
  const KEYS = ["bridge", "sit", "walk"];
  const anyOccasion = fc.record({
    number: fc.integer({ min: -3, max: 32 }),
    key: fc.constantFrom(...KEYS),
    occasion: fc.integer({ min: 1, max: 2 }),
  });
  const anyOccurrences: fc.Arbitrary<Occurrence[]> = fc
    .uniqueArray(anyOccasion, {
      selector: ({ number, key, occasion }) => `${number} ${key} ${occasion}`,
      maxLength: 40,
    })
    .map((list) => list.map(({ number, key, occasion }) => due(number, key, occasion)));
  const anyLogs = fc.array(
    fc
      .tuple(anyOccasion, fc.constantFrom(...OUTCOMES), fc.option(fc.integer({ min: 0, max: 6 })))
      .map(([{ number, key, occasion }, outcome, setsDone]) =>
        log(number, outcome, { itemKey: key, occasion, setsDone }),
      ),
    { maxLength: 40 },
  );

  it("add up to the whole", () => {
    fc.assert(
      fc.property(anyOccurrences, anyLogs, fc.integer({ min: -5, max: 35 }), (occurrences, logs, today) => {
        const period = { ...month, today: day(today) };
        const whole = adherence(occurrences, logs, period);
        for (const parts of [adherenceByDay, adherenceByWeek, adherenceByExercise].map((part) =>
          part(occurrences, logs, period),
        )) {
          for (const count of ["prescribed", "done", "partly", "skipped", "silent", "ahead"] as const) {
            expect(parts.reduce((sum, one) => sum + one[count], 0)).toBe(whole[count]);
          }
          const done = parts.reduce((sum, { share, prescribed }) => sum + (share ?? 0) * prescribed, 0);
          expect(done).toBeCloseTo((whole.share ?? 0) * whole.prescribed, 9);
          for (const { share, shareUncapped } of parts) {
            if (share === null) expect(shareUncapped).toBeNull();
            else expect(shareUncapped).toBeGreaterThanOrEqual(share - 1e-12);
          }
        }
      }),
    );
  });
});
