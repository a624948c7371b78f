import { describe, expect, test } from "vitest";
import { planChanges } from "@/lib/plans/changes";
import { criteriaInWords, isSameCriteria } from "@/lib/plans/criteria";
import { type PhaseCriteria, phaseCriteriaSchema } from "@/lib/plans/criteria-schema";
import { pauseOn, untilProblem } from "@/lib/plans/pauses";

const CRITERIA: PhaseCriteria = {
  painAtMost: { value: 3, sessions: 4 },
  repetitionsReached: true,
  score: { slug: "knee-and-hip-index", part: "function", is: "at-most", value: 40 },
  source: "Our own, for a test.",
};

describe("criteria", () => {
  test("in words", () => {
    expect(criteriaInWords(CRITERIA)).toEqual([
      "Pain at or under 3 in the last 4 sessions",
      "Every exercise of the phase done in full the last time",
      "Knee and hip index (function): 40 or less",
    ]);
    const one = { ...CRITERIA, painAtMost: { value: 0, sessions: 1 }, repetitionsReached: false, score: null };
    expect(criteriaInWords(one)).toEqual(["Pain at or under 0 in the last session"]);
  });

  test("ask for something, say where it is from, and stay on the scale", () => {
    const issues = (over: object) => phaseCriteriaSchema.safeParse({ ...CRITERIA, ...over }).error?.issues.length ?? 0;
    expect(issues({})).toBe(0);
    expect(issues({ painAtMost: null, repetitionsReached: false, score: null })).toBe(1);
    expect(issues({ source: "" })).toBe(1);
    expect(issues({ painAtMost: { value: 11, sessions: 4 } })).toBe(1);
    expect(issues({ painAtMost: { value: 2.5, sessions: 4 } })).toBe(1);
    expect(issues({ painAtMost: { value: 3, sessions: 0 } })).toBe(1);
    expect(issues({ more: true })).toBe(1);
  });

  test("a change of them is a change of the plan; none and null are one", () => {
    const body = (criteria?: PhaseCriteria | null) => ({
      title: "Plan",
      phases: [{ key: "one", title: "One", aim: "", weeks: null, criteria, items: [] }],
    });
    const words = (before?: PhaseCriteria | null, after?: PhaseCriteria | null) =>
      planChanges(body(before), body(after)).map((change) => change.words);
    expect(words(null, undefined)).toEqual([]);
    expect(words(CRITERIA, structuredClone(CRITERIA))).toEqual([]);
    expect(words(CRITERIA, null)).toEqual(["Phase One: no longer says when to move on"]);
    const stricter = { ...CRITERIA, repetitionsReached: false, score: null, painAtMost: { value: 2, sessions: 4 } };
    expect(words(CRITERIA, stricter)).toEqual([
      "Phase One: move on when: Pain at or under 2 in the last 4 sessions (Our own, for a test.)",
    ]);
    expect(isSameCriteria(CRITERIA, { ...CRITERIA, source: "Somebody else's." })).toBe(false);
  });
});

describe("a pause", () => {
  test("a day in it, those that touch taken together", () => {
    const pauses = [
      { from: "2026-03-02", to: "2026-03-04" },
      { from: "2026-03-05", to: "2026-03-08" },
      { from: "2026-03-20", to: null },
      { from: "2026-03-12", to: "2026-03-11" },
    ];
    const whole = { from: "2026-03-02", to: "2026-03-08", resumesOn: "2026-03-09" };
    expect(pauseOn(pauses, "2026-03-02")).toEqual(whole);
    expect(pauseOn(pauses, "2026-03-08")).toEqual(whole);
    expect(pauseOn(pauses, "2026-03-09")).toBeNull();
    expect(pauseOn(pauses, "2026-03-12")).toBeNull();
    expect(pauseOn(pauses, "2027-01-01")).toEqual({ from: "2026-03-20", to: null, resumesOn: null });
    expect(pauseOn(undefined, "2026-03-02")).toBeNull();
  });

  test.each([
    [null, null],
    ["2026-03-02", null],
    ["2026-03-01", "gone by"],
    ["2027-03-03", null],
    ["2027-03-04", "more than a year"],
  ])("until %s: %s", (until, problem) => {
    const said = untilProblem(until, "2026-03-02");
    if (problem === null) expect(said).toBeNull();
    else expect(said).toContain(problem);
  });
});
