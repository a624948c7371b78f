import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoWeekday } from "@/lib/core/calendar";
import { answerIsItWorking, type IsItWorking, type PainPoint, painRose, painTrend } from "@/lib/progress/trend";

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

describe("answerIsItWorking", () => {
  const scores = (pain: number | null, stiffness: number | null, daily: number | null) => [
    { title: "Pain", value: pain },
    { title: "Stiffness", value: stiffness },
    { title: "Daily life", value: daily },
  ];
  const facts = (over: Partial<IsItWorking> = {}): IsItWorking => ({
    firstScores: scores(60, 50, 50),
    latestScores: null,
    direction: "lower-is-better",
    pain: null,
    painRose: false,
    adherence: null,
    ...over,
  });

  it.each<[string, Partial<IsItWorking>, string, string]>([
    ["nothing to compare", {}, "too-early", "It is too early to say: there is nothing yet to compare with the start."],
    [
      "nothing to compare, but practice",
      { adherence: 0.816 },
      "too-early",
      "It is too early to say: there is nothing yet to compare with the start; 82% of the exercises were done.",
    ],
    [
      "all better",
      { latestScores: scores(40, 30, 20), adherence: 1 },
      "better",
      "It looks better than at the start: pain, stiffness and daily life are better; 100% of the exercises were done.",
    ],
    [
      "better in one thing",
      { latestScores: scores(50, 50, 41), pain: { first: 5, latest: 3 } },
      "better",
      "It looks better than at the start: pain and pain during exercise are better, and stiffness and daily life are about the same.",
    ],
    [
      "better and worse",
      { latestScores: scores(50, 60, 50) },
      "mixed",
      "Some things are better and some are worse than at the start: pain is better, stiffness is worse, and daily life is about the same.",
    ],
    [
      "the same",
      { latestScores: scores(51, 59, 41), adherence: 0 },
      "same",
      "Not much has changed since the start: pain, stiffness and daily life are about the same; 0% of the exercises were done.",
    ],
    [
      "worse",
      { latestScores: scores(60, 60, 50) },
      "worse",
      "It looks worse than at the start, so it is worth talking about: stiffness is worse, and pain and daily life are about the same.",
    ],
    [
      "only what could be scored both times",
      { firstScores: scores(60, null, 50), latestScores: scores(40, 20, null) },
      "better",
      "It looks better than at the start: pain is better.",
    ],
    [
      "the other direction",
      { direction: "higher-is-better", latestScores: scores(70, 50, 50) },
      "better",
      "It looks better than at the start: pain is better, and stiffness and daily life are about the same.",
    ],
    [
      "better than at the start, and turned in the last week",
      { latestScores: scores(40, 30, 20), pain: { first: 4, latest: 5 }, painRose: true },
      "mixed",
      "It looks better than at the start: pain, stiffness and daily life are better, and pain during exercise is about the same. Pain has gone up in the last week.",
    ],
    [
      "the same as at the start, and turned in the last week",
      { pain: { first: 4, latest: 5 }, painRose: true },
      "worse",
      "Not much has changed since the start: pain during exercise is about the same. Pain has gone up in the last week.",
    ],
    [
      "worse than at the start says it once",
      { pain: { first: 3, latest: 5 }, painRose: true },
      "worse",
      "It looks worse than at the start, so it is worth talking about: pain during exercise is worse.",
    ],
    [
      "pain alone",
      { pain: { first: 3, latest: 5 } },
      "worse",
      "It looks worse than at the start, so it is worth talking about: pain during exercise is worse.",
    ],
  ])("%s", (_, over, verdict, sentence) => expect(answerIsItWorking(facts(over))).toEqual({ verdict, sentence }));

  it("counts a change of exactly the notable size, whatever binary fractions make of it", () => {
    const latest = facts({
      firstScores: [{ title: "Pain", value: 33.3 }],
      latestScores: [{ title: "Pain", value: 23.3 }],
    });
    expect(answerIsItWorking(latest).verdict).toBe("better");
  });

  it("turns better into worse when first and latest change places", () => {
    const opposite = { "too-early": "too-early", better: "worse", worse: "better", mixed: "mixed", same: "same" };
    const value = fc.option(fc.integer({ min: 0, max: 100 }));
    const anyScores = fc.tuple(value, value, value).map(([a, b, c]) => scores(a, b, c));
    fc.assert(
      fc.property(anyScores, anyScores, (first, latest) => {
        const there = answerIsItWorking(facts({ firstScores: first, latestScores: latest })).verdict;
        const back = answerIsItWorking(facts({ firstScores: latest, latestScores: first })).verdict;
        expect(back).toBe(opposite[there]);
      }),
    );
  });
});
