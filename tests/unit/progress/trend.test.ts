import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoWeekday } from "@/lib/core/calendar";
import { type PainPoint, painRose, painTrend } from "@/lib/progress/trend";

const TODAY = "2025-04-02";
const ago = (days: number, pain: number | null): PainPoint => ({ day: addDays(TODAY, -days), pain });
const points = (...given: [days: number, pain: number | null][]) => given.map(([days, pain]) => ago(days, pain));

describe("painTrend", () => {
  it("gives the mean of each week from Monday, with the weeks of silence between", () => {
    expect(
      painTrend([
        { day: "2025-03-09", pain: 6 },
        { day: "2025-03-03", pain: 4 },
        { day: "2025-03-03", pain: null },
        { day: "2025-03-10", pain: null },
        { day: "2025-03-30", pain: 0 },
      ]),
    ).toEqual([
      { startsOn: "2025-03-03", mean: 5, answered: 2 },
      { startsOn: "2025-03-10", mean: null, answered: 0 },
      { startsOn: "2025-03-17", mean: null, answered: 0 },
      { startsOn: "2025-03-24", mean: 0, answered: 1 },
    ]);
  });

  it("keeps no pain apart from no answer", () => {
    expect(painTrend(points([0, 0], [1, null]))[0]).toMatchObject({ mean: 0, answered: 1 });
    expect(painTrend(points([0, null]))[0]).toMatchObject({ mean: null, answered: 0 });
    expect(painTrend([])).toEqual([]);
  });

  const anyPoints = fc.array(
    fc.record({
      day: fc.nat(120).map((days) => addDays(TODAY, -days)),
      pain: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
    { maxLength: 40 },
  );

  it("counts every answer once, in weeks that follow one another", () => {
    fc.assert(
      fc.property(anyPoints, (given) => {
        const weeks = painTrend(given);
        const answers = given.filter(({ pain }) => pain !== null);
        expect(weeks.reduce((sum, week) => sum + week.answered, 0)).toBe(answers.length);
        const sum = weeks.reduce((total, { mean, answered }) => total + (mean ?? 0) * answered, 0);
        expect(sum).toBeCloseTo(
          answers.reduce((total, { pain }) => total + (pain ?? 0), 0),
          9,
        );
        weeks.forEach(({ startsOn, mean, answered }, index) => {
          expect(isoWeekday(startsOn)).toBe(1);
          expect(startsOn).toBe(addDays(weeks[0]?.startsOn ?? "", 7 * index));
          expect(mean === null).toBe(answered === 0);
        });
      }),
    );
  });
});

describe("painRose", () => {
  const quiet: [number, number][] = [
    [7, 3],
    [12, 3],
    [20, 3],
  ];

  it.each<[string, PainPoint[], boolean]>([
    ["two points up", points(...quiet, [0, 5], [3, 5], [6, 5]), true],
    ["a little less than two points up", points(...quiet, [0, 5], [3, 5], [6, 4]), false],
    ["down", points([7, 8], [12, 8], [20, 8], [0, 2], [3, 2], [6, 2]), false],
    ["two answers of late", points(...quiet, [0, 9], [3, 9]), false],
    ["two answers and a silence of late", points(...quiet, [0, 9], [3, 9], [4, null]), false],
    ["two answers before", points([7, 1], [12, 1], [0, 9], [3, 9], [6, 9]), false],
    ["two answers and a silence before", points([7, 1], [12, 1], [13, null], [0, 9], [3, 9], [6, 9]), false],
    ["nothing before 21 days counts", points([7, 1], [12, 1], [21, 1], [0, 9], [3, 9], [6, 9]), false],
    ["the seventh day back is of the days before", points([7, 9], [12, 3], [20, 3], [0, 9], [3, 9]), false],
    ["answers of tomorrow do not count", points(...quiet, [0, 5], [3, 5], [-1, 9]), false],
    ["a day with several answers", points(...quiet, [0, 5], [0, 5], [0, 5]), true],
    // 16/3 against 10/3: exactly two, though not in binary fractions.
    ["thirds that differ by exactly two", points([7, 3], [12, 3], [20, 4], [0, 5], [3, 5], [6, 6]), true],
    ["nothing at all", [], false],
  ])("%s", (_, given, rose) => expect(painRose(given, TODAY).rose).toBe(rose));

  it("gives the two means, and null where nothing was answered", () => {
    expect(painRose(points(...quiet, [0, 5], [3, 6]), TODAY)).toEqual({ rose: false, recent: 5.5, before: 3 });
    expect(painRose(points([0, null]), TODAY)).toEqual({ rose: false, recent: null, before: null });
  });

  it("looks over a month's end, a leap day and a clock change by calendar days", () => {
    for (const today of ["2024-03-01", "2025-03-31", "2025-10-27", "2026-01-01"]) {
      const given = [0, 3, 6, 7, 13, 20].map((days) => ({ day: addDays(today, -days), pain: days < 7 ? 5 : 3 }));
      expect(painRose(given, today).rose).toBe(true);
    }
  });

  it("is never set off by silence or by a lower answer", () => {
    const anyPoint = fc.record({ days: fc.nat(20), pain: fc.option(fc.integer({ min: 0, max: 10 })) });
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 25 }), fc.nat(6), (given, days) => {
        const list = given.map((point) => ago(point.days, point.pain));
        const before = painRose(list, TODAY);
        expect(painRose([...list, ago(days, null)], TODAY)).toEqual(before);
        const lowered = list.map((point) =>
          point.day > addDays(TODAY, -7) && point.pain ? { ...point, pain: point.pain - 1 } : point,
        );
        if (!before.rose) expect(painRose(lowered, TODAY).rose).toBe(false);
      }),
    );
  });
});
