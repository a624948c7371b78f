import { describe, expect, test } from "vitest";
import { dayProblem, isCorrectable, type LogDay, measureProblems, performedProblem } from "@/lib/practice/log-rules";

const nothing = { setsDone: null, repetitionsDone: null, holdSecondsDone: null, loadKg: null, effortRpe: null };

describe("measureProblems", () => {
  test.each([
    ["done, as prescribed", { ...nothing, outcome: "done", skipReason: null, setsDone: 3 }, []],
    ["done, nothing else said", { ...nothing, outcome: "done", skipReason: null }, []],
    ["part of the first set", { ...nothing, outcome: "partly", skipReason: null, setsDone: 0 }, []],
    ["not done, and why", { ...nothing, outcome: "skipped", skipReason: "tired" }, []],
    ["done with no sets", { ...nothing, outcome: "done", skipReason: null, setsDone: 0 }, ["setsDone"]],
    ["done with a reason", { ...nothing, outcome: "done", skipReason: "tired" }, ["skipReason"]],
    ["not done without why", { ...nothing, outcome: "skipped", skipReason: null }, ["skipReason"]],
    [
      "not done, with everything",
      {
        outcome: "skipped",
        skipReason: "tired",
        setsDone: 0,
        repetitionsDone: 1,
        holdSecondsDone: 2,
        loadKg: 0,
        effortRpe: 0,
      },
      ["effortRpe", "holdSecondsDone", "loadKg", "repetitionsDone", "setsDone"],
    ],
  ] as const)("%s", (_name, log, fields) => {
    expect(Object.keys(measureProblems(log)).sort()).toEqual(fields);
  });
});

describe("dayProblem", () => {
  const day: LogDay = {
    dueOn: "2026-03-10",
    today: "2026-03-10",
    planStartsOn: "2026-03-02",
    planEndsOn: null,
    lineFrom: "2026-03-02",
    lineTo: null,
    isStillDue: false,
  };
  test.each([
    ["today", {}, null],
    ["tomorrow", { dueOn: "2026-03-11" }, /not come yet/],
    ["the plan's first day", { dueOn: "2026-03-02" }, null],
    ["the day before it", { dueOn: "2026-03-01" }, /before your plan/],
    ["the plan's last day", { planEndsOn: "2026-03-10" }, null],
    ["the day after it", { planEndsOn: "2026-03-09" }, /had ended/],
    ["14 days ago", { today: "2026-03-24" }, null],
    ["15 days ago", { today: "2026-03-25" }, /14 days/],
    ["15 days ago and still due", { today: "2026-03-25", isStillDue: true }, null],
    ["before the line's first day", { lineFrom: "2026-03-11" }, /not in your plan/],
    ["the line's last day", { lineTo: "2026-03-10" }, null],
    ["after it", { lineTo: "2026-03-09" }, /not in your plan/],
  ] as const)("%s", (_name, changes, problem) => {
    const found = dayProblem({ ...day, ...changes });
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});

describe("performedProblem", () => {
  const attempt = (performedAt: string, dueOn: string, now: string, timeZone = "Europe/London") =>
    performedProblem({ performedAt: new Date(performedAt), dueOn, now: new Date(now), timeZone });

  test("takes five minutes between two clocks and no more", () => {
    expect(attempt("2026-03-10T10:05:00Z", "2026-03-10", "2026-03-10T10:00:00Z")).toBeNull();
    expect(attempt("2026-03-10T10:05:00.001Z", "2026-03-10", "2026-03-10T10:00:00Z")).toMatch(/not come yet/);
  });

  test("counts days by the clocks of the zone, summer time too", () => {
    expect(attempt("2026-03-29T22:59:59Z", "2026-03-30", "2026-03-30T10:00:00Z")).toMatch(/before the day/);
    expect(attempt("2026-03-29T23:00:00Z", "2026-03-30", "2026-03-30T10:00:00Z")).toBeNull();
    expect(attempt("2026-03-09T11:00:00Z", "2026-03-10", "2026-03-10T10:00:00Z", "Pacific/Auckland")).toBeNull();
  });
});

test("a log can be corrected on the fourteenth day after, by the patient's calendar", () => {
  const performedAt = new Date("2026-03-10T10:00:00Z");
  const on = (now: string) => isCorrectable({ performedAt, now: new Date(now), timeZone: "Europe/London" });
  expect(on("2026-03-24T23:59:59Z")).toBe(true);
  expect(on("2026-03-25T00:00:00Z")).toBe(false);
});
