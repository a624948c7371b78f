import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import type { PhaseCriteria } from "@/lib/plans/criteria-schema";
import {
  changedTo,
  raisedLoad,
  suggestions,
  suggestionWords,
  undecided,
  withSuggestion,
} from "@/lib/plans/progression";
import type {
  DoneLog,
  KnownScore,
  ProgressionPhase,
  ProgressionPlan,
  SuggestedChange,
} from "@/lib/plans/progression-facts";
import type { DraftBody } from "@/lib/plans/schemas";

const START = "2026-03-02";
const on = (day: number) => addDays(START, day - 1);
const DOSE = { sets: 3, repetitions: 10, loadKg: 20 };

const line = (over: Partial<ProgressionPhase["lines"][number]> = {}) => ({
  key: "squat",
  title: "Squat",
  dose: DOSE,
  painCeiling: 4,
  ...over,
});

const phase = (over: Partial<ProgressionPhase> = {}): ProgressionPhase => ({
  key: "one",
  title: "One",
  startsOn: START,
  endsOn: on(42),
  criteria: null,
  lines: [line()],
  ...over,
});

const NEXT = phase({ key: "two", title: "Two", startsOn: on(43), endsOn: null, lines: [line({ key: "lunge" })] });

const plan = (...phases: ProgressionPhase[]): ProgressionPlan => ({ planId: "plan", phases });

const log = (day: number, over: Partial<DoneLog> = {}): DoneLog => ({
  itemKey: "squat",
  dueOn: on(day),
  occasion: 1,
  outcome: "done",
  setsDone: 3,
  repetitionsDone: 12,
  loadKg: null,
  painNrs: 2,
  asked: DOSE,
  ...over,
});

const found = (logs: readonly DoneLog[], of = plan(phase()), today = on(10), scores: readonly KnownScore[] = []) =>
  suggestions(of, { logs, scores, today });

describe("two for two", () => {
  test("two repetitions over the dose in two sessions running suggest a heavier load, with the evidence", () => {
    expect(found([log(8), log(10)])).toEqual([
      {
        subject: "two-for-two:squat:10:20",
        words: "Squat: 20.5 kg in place of 20 kg",
        change: { kind: "load", itemKey: "squat", from: 20, to: 20.5 },
        evidence: [
          "9 Mar 2026: 12 repetitions in the last set, 10 asked for; pain 2",
          "11 Mar 2026: 12 repetitions in the last set, 10 asked for; pain 2",
        ],
      },
    ]);
  });

  const cases: [string, DoneLog[]][] = [
    ["one session", [log(10)]],
    ["one repetition over", [log(8), log(10, { repetitionsDone: 11 })]],
    ["a session between that was not over", [log(6), log(8, { repetitionsDone: 10 }), log(10)]],
    ["repetitions nobody counted", [log(8), log(10, { repetitionsDone: null })]],
    [
      "a session skipped since",
      [log(6), log(8), log(10, { outcome: "skipped", repetitionsDone: null, setsDone: null })],
    ],
    ["part of a session", [log(8), log(10, { outcome: "partly" })]],
    ["too few sets", [log(8), log(10, { setsDone: 2 })]],
    ["a lighter load than asked for", [log(8), log(10, { loadKg: 15 })]],
    ["another dose before", [log(8, { asked: { ...DOSE, loadKg: 15 } }), log(10)]],
    ["fewer repetitions asked for before", [log(8, { asked: { ...DOSE, repetitions: 8 } }), log(10)]],
    ["pain over the ceiling the last time", [log(8), log(10, { painNrs: 5 })]],
    ["pain over the ceiling the time before", [log(8, { painNrs: 5 }), log(10)]],
    ["another exercise", [log(8), log(10, { itemKey: "lunge" })]],
    ["a session to come", [log(8), log(11)]],
  ];
  test.each(cases)("not of %s", (_, logs) => expect(found(logs)).toEqual([]));

  test("sessions of one day count, pain that was not answered suppresses nothing, and says so", () => {
    const [one] = found([log(10, { painNrs: null }), log(10, { occasion: 2 })]);
    expect(one?.evidence[0]).toContain("pain not answered");
  });

  test("sessions of more than two weeks ago say nothing of today", () => {
    expect(found([log(1), log(3)], plan(phase()), on(17))).toHaveLength(1);
    expect(found([log(1), log(3)], plan(phase()), on(18))).toEqual([]);
  });

  test("without a load, or no half kilogram that fits, two more repetitions", () => {
    for (const loadKg of [null, 0, 2]) {
      const dose = { ...DOSE, loadKg };
      const own = plan(phase({ lines: [line({ dose })] }));
      const [one] = found([log(8, { asked: dose }), log(10, { asked: dose })], own);
      expect(one?.change).toEqual({ kind: "repetitions", itemKey: "squat", from: 10, to: 12 });
      expect(one?.words).toBe("Squat: 12 repetitions in place of 10");
    }
  });

  test("nothing in a pause, before a plan, after its end, or of a hold", () => {
    const logs = [log(8), log(10)];
    expect(found(logs, { ...plan(phase()), pauses: [{ from: on(9), to: null }] })).toEqual([]);
    expect(found(logs, plan(phase({ startsOn: on(11) })))).toEqual([]);
    expect(found(logs, plan(phase({ endsOn: on(9) })))).toEqual([]);
    expect(found(logs, plan(phase({ lines: [line({ dose: { ...DOSE, repetitions: null } })] })))).toEqual([]);
  });

  test("what was decided about is not made again at that dose", () => {
    const all = found([log(8), log(10)]);
    expect(undecided(all, new Set(["two-for-two:squat:10:20"]))).toEqual([]);
    expect(undecided(all, new Set(["two-for-two:squat:10:18"]))).toEqual(all);
  });
});

describe("a heavier load", () => {
  test.each([
    [5, 5.5],
    [10, 10.5],
    [20, 20.5],
    [25, 25.5],
    [26, 27],
    [50, 51],
    [4.5, null],
    [0, null],
    [299.5, null],
  ])("of %f kg is %s", (from, to) => expect(raisedLoad(from)).toBe(to));

  test("is always 2 to 10 % more, in half kilograms, and the least there is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (quarters) => {
        const from = quarters / 4;
        const to = raisedLoad(from);
        const fits = (kg: number) => kg >= from * 1.02 - 1e-9 && kg <= from * 1.1 + 1e-9 && kg <= 300 && from > 0;
        const steps = Array.from({ length: 601 }, (_, halves) => halves / 2).filter(fits);
        expect(to).toBe(steps[0] ?? null);
      }),
    );
  });
});

describe("a phase whose criteria are met", () => {
  const criteria = (over: Partial<PhaseCriteria> = {}): PhaseCriteria => ({
    painAtMost: { value: 3, sessions: 3 },
    repetitionsReached: true,
    score: null,
    source: "Our own, for a test.",
    ...over,
  });
  const two = plan(phase({ criteria: criteria() }), NEXT);
  const done = (day: number, over: Partial<DoneLog> = {}) => log(day, { repetitionsDone: 10, ...over });
  const logs = [done(6), done(8), done(10)];

  test("suggests the next one at the end of the week, with the evidence", () => {
    expect(found(logs, two)).toEqual([
      {
        subject: "phase:one",
        words: "Two: begin on 16 Mar 2026, in place of 13 Apr 2026",
        change: { kind: "phase", phaseKey: "one", weeks: 2, next: "Two", nextOn: on(15) },
        evidence: [
          "Worst pain 2 in the last 3 sessions (7 Mar 2026 to 11 Mar 2026)",
          "The exercise done in full the last time",
        ],
      },
    ]);
  });

  const cases: [string, DoneLog[]][] = [
    ["too few sessions", logs.slice(1)],
    ["too much pain in one of them", [done(6), done(8, { painNrs: 4 }), done(10)]],
    ["a session whose pain is not known", [done(6), done(8, { painNrs: null }), done(10)]],
    ["fewer repetitions the last time", [done(6), done(8), done(10, { repetitionsDone: 9 })]],
    ["part of it the last time", [done(6), done(8), done(10, { outcome: "partly" })]],
    ["another phase's practice", logs.map((one) => ({ ...one, itemKey: "lunge" }))],
  ];
  test.each(cases)("not with %s", (_, told) => expect(found(told, two)).toEqual([]));

  test("a day's worst answer counts, and pain over a ceiling suppresses whatever is asked", () => {
    expect(found([...logs, done(10, { occasion: 2, painNrs: 4 })], two)).toEqual([]);
    const lenient = plan(phase({ criteria: criteria({ painAtMost: null }) }), NEXT);
    expect(found(logs, lenient)).toHaveLength(1);
    expect(found([...logs, done(10, { occasion: 2, painNrs: 5 })], lenient)).toEqual([]);
  });

  test("a score of this phase is held against the number in its own direction", () => {
    const ask = { slug: "index", part: "function", is: "at-most" as const, value: 40 };
    const scored = plan(phase({ criteria: criteria({ score: ask }) }), NEXT);
    const score = (value: number | null, day: number) => ({
      slug: "index",
      part: "function",
      value,
      answeredOn: on(day),
    });
    expect(found(logs, scored)).toEqual([]);
    expect(found(logs, scored, on(10), [score(40, 5)])[0]?.evidence[2]).toBe(
      "Index (function): 40 or less; was 40 on 6 Mar 2026",
    );
    expect(found(logs, scored, on(10), [score(40.01, 5)])).toEqual([]);
    expect(found(logs, scored, on(10), [score(20, 5), score(60, 7)])).toEqual([]);
    expect(found(logs, scored, on(10), [score(null, 5)])).toEqual([]);
    expect(found(logs, scored, on(10), [score(20, 0)])).toEqual([]);
    const atLeast = plan(phase({ criteria: criteria({ score: { ...ask, is: "at-least" } }) }), NEXT);
    expect(found(logs, atLeast, on(10), [score(39, 5)])).toEqual([]);
    expect(found(logs, atLeast, on(10), [score(41, 5)])).toHaveLength(1);
  });

  describe("and that the next one waits for", () => {
    const waiting = phase({ criteria: criteria(), endsOn: null });
    const held = plan(waiting, { ...NEXT, startsOn: null });

    test("suggests the next one at the end of the week, and once more each week it goes on", () => {
      expect(found(logs, held)).toEqual([
        expect.objectContaining({
          subject: "phase:one:2",
          words: "Two: begin on 16 Mar 2026; it waited for this",
          comesAgain: true,
          change: { kind: "phase", phaseKey: "one", weeks: 2, next: "Two", nextOn: on(15) },
        }),
      ]);
      const weeks = (today: number) =>
        found(logs, held, on(today)).map(({ change }) => "weeks" in change && change.weeks);
      expect([14, 15, 16, 22].map((today) => weeks(today)[0])).toEqual([2, 2, 3, 3]);
      expect(undecided(found(logs, held, on(16)), new Set(["phase:one:2"]))).toHaveLength(1);
    });

    test("nothing before all is met, and never for more weeks than a phase can have", () => {
      expect(found([done(8), done(10)], held)).toEqual([]);
      const long = phase({ criteria: criteria(), startsOn: on(-1000), endsOn: null });
      expect(found(logs, plan(long, { ...NEXT, startsOn: null }))[0]?.change).toMatchObject({ weeks: 104 });
    });

    test("nothing for a phase that itself waits", () => {
      expect(found(logs, plan({ ...waiting, startsOn: null }, { ...NEXT, startsOn: null }))).toEqual([]);
    });
  });

  test("nothing when the next begins this week anyway, or there is none", () => {
    expect(found(logs, plan(phase({ criteria: criteria(), endsOn: on(14) }), NEXT))).toEqual([]);
    expect(found(logs, plan(phase({ criteria: criteria() })))).toEqual([]);
    expect(found(logs, plan(phase(), NEXT))).toEqual([]);
  });
});

describe("whatever was logged", () => {
  const anyLog = fc
    .record({
      day: fc.integer({ min: 1, max: 20 }),
      occasion: fc.integer({ min: 1, max: 2 }),
      outcome: fc.constantFrom("done", "done", "partly", "skipped"),
      repetitionsDone: fc.option(fc.integer({ min: 8, max: 14 })),
      painNrs: fc.option(fc.integer({ min: 0, max: 10 })),
      itemKey: fc.constantFrom("squat", "lunge"),
    })
    .map(({ day, ...told }) => log(day, told));

  test("a suggestion of a dose rests on two sessions over it, none over the ceiling, and on no order of the rows", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyLog, { selector: (one) => `${one.itemKey}:${one.dueOn}:${one.occasion}` }),
        (logs) => {
          const all = found(logs, plan(phase()), on(20));
          expect(found([...logs].reverse(), plan(phase()), on(20))).toEqual(all);
          const own = logs
            .filter(({ itemKey }) => itemKey === "squat")
            .sort((a, b) => `${a.dueOn}${a.occasion}`.localeCompare(`${b.dueOn}${b.occasion}`))
            .slice(-2);
          const isReady =
            own.length === 2 &&
            (own[1]?.dueOn ?? "") >= on(6) &&
            own.every(
              ({ outcome, repetitionsDone, painNrs }) =>
                outcome === "done" && (repetitionsDone ?? 0) >= 12 && (painNrs ?? 0) <= 4,
            );
          expect(all).toHaveLength(isReady ? 1 : 0);
        },
      ),
    );
  });
});

describe("making the change", () => {
  const body: DraftBody = {
    title: "Plan",
    phases: [
      {
        key: "one",
        title: "One",
        aim: "",
        weeks: 6,
        items: [
          {
            key: "squat",
            kind: "exercise",
            slug: "squat",
            dose: { ...DOSE, holdSeconds: null, restSeconds: 60, tempo: null, side: "none" },
            schedule: { kind: "weekly", weekdays: [1], timesPerDay: 1 },
            note: "",
            painCeiling: 4,
          },
        ],
      },
    ],
  };

  test("changes that number alone, and is null where its place is gone", () => {
    const load = withSuggestion(body, { kind: "load", itemKey: "squat", from: 20, to: 20.5 });
    expect(load?.phases[0]?.items[0]?.dose).toEqual({ ...body.phases[0]?.items[0]?.dose, loadKg: 20.5 });
    const more = withSuggestion(body, { kind: "repetitions", itemKey: "squat", from: 10, to: 12 });
    expect(more?.phases[0]?.items[0]?.dose).toEqual({ ...body.phases[0]?.items[0]?.dose, repetitions: 12 });
    const sooner = { kind: "phase" as const, phaseKey: "one", weeks: 2, next: "Two", nextOn: on(15) };
    expect(withSuggestion(body, sooner)?.phases[0]?.weeks).toBe(2);
    expect(withSuggestion(body, { kind: "load", itemKey: "gone", from: 20, to: 21 })).toBeNull();
    expect(withSuggestion(body, { ...sooner, phaseKey: "gone" })).toBeNull();
  });
});

describe("a suggestion with another value", () => {
  const load = { kind: "load" as const, itemKey: "a", from: 10, to: 10.5 };
  const repetitions = { kind: "repetitions" as const, itemKey: "a", from: 10, to: 12 };
  const phase = { kind: "phase" as const, phaseKey: "one", weeks: 2, next: "Build up", nextOn: "2026-03-16" };

  test("is the same change with it", () => {
    expect(changedTo(load, 12.25)).toEqual({ ...load, to: 12.25 });
    expect(changedTo(repetitions, 8)).toEqual({ ...repetitions, to: 8 });
    expect(changedTo(phase, 3)).toEqual({ ...phase, weeks: 3, nextOn: "2026-03-23" });
  });

  test.each([
    [load, 0],
    [load, 10],
    [load, 10.255],
    [load, 300.5],
    [repetitions, 10.5],
    [repetitions, 201],
    [phase, 0],
    [phase, 1.5],
    [phase, 105],
  ])("%o cannot be %s", (change, value) => expect(changedTo(change, value)).toEqual(expect.any(String)));

  test("is told in words", () => {
    const words = "Wall: sit: 10.5 kg in place of 10 kg";
    const of = (made?: SuggestedChange) =>
      suggestionWords({ words, lines: [], change: load, ...(made ? { made } : {}) });
    expect(of()).toBe(words);
    expect(of({ ...load, to: 12 })).toBe("Wall: sit: 12 kg in place of 10 kg");
    expect(of({ ...repetitions, to: 8 })).toBe("Wall: sit: 8 repetitions in place of 10");
  });
});
