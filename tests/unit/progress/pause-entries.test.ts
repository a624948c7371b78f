import { describe, expect, test } from "vitest";
import type { CoursePause } from "@/lib/progress/course";
import { pauseEntries } from "@/lib/progress/pause-entries";
import { planChangeList, planMarks } from "@/lib/progress/plan-changes";
import { storyOf } from "@/lib/progress/story";
import { course, line, on, plan, START, version } from "./courses";

let serial = 0;
const pause = (from: number, to: number | null, over: Partial<CoursePause> = {}): CoursePause => ({
  id: `pause-${++serial}`,
  planId: "plan",
  from: on(from),
  to: to === null ? null : on(to),
  reason: "holiday",
  by: "patient",
  ...over,
});
const told = (pauses: CoursePause[], today: number) =>
  pauseEntries(pauses, on(today)).map(({ day, title, words }) => [day, title, ...words]);

describe("the rests of a plan", () => {
  test("one that lasts is set; one that is over went on, on the day after", () => {
    const one = pause(5, 11);
    const set = [on(5), "Plan paused", "Holiday, 7 Mar 2025 to 13 Mar 2025"];
    expect(told([one], 11)).toEqual([set]);
    expect(told([one], 12)).toEqual([set, [on(12), "Plan went on", "After 7 days of rest"]]);
  });

  test("without a last day it says so", () => {
    expect(told([pause(5, null, { reason: "illness" })], 9)).toEqual([
      [on(5), "Plan paused", "Illness, from 7 Mar 2025, with no last day yet"],
    ]);
  });

  test("set anew it is the same rest, counted as one", () => {
    expect(told([pause(5, 6), pause(7, 9, { reason: "illness" })], 20)).toEqual([
      [on(5), "Plan paused", "Holiday, from 7 Mar 2025"],
      [on(7), "Pause set anew", "Illness, 9 Mar 2025 to 11 Mar 2025"],
      [on(10), "Plan went on", "After 5 days of rest"],
    ]);
  });

  test("taken back on the day it began it lasted no day; two apart are two", () => {
    expect(told([pause(5, 4)], 5)).toEqual([
      [on(5), "Plan paused", "Holiday, for less than a day"],
      [on(5), "Plan went on", "On the same day"],
    ]);
    const two = told([pause(5, 5), pause(8, 9)], 20);
    expect(two.map(([, title]) => title)).toEqual(["Plan paused", "Plan went on", "Plan paused", "Plan went on"]);
    expect(two[1]).toContain("After 1 day of rest");
  });
});

test("the patient and the charts are told, and the clinician who set it", () => {
  const pauses = [pause(5, 6), pause(7, 9, { by: { name: "Kay Clinician" } })];
  const own = course({ pauses, today: on(20) });
  expect(planChangeList(own).map(({ kind }) => kind)).toEqual(["start", "pause", "pause", "resume"]);
  expect(planMarks(own)).toContainEqual({ day: on(10), label: "Plan went on" });
  const story = storyOf(own).filter(({ kind }) => kind === "pause");
  expect(story.map(({ lines }) => lines.at(-1))).toEqual([
    "After 5 days of rest",
    "Set by Kay Clinician",
    "Set by the patient",
  ]);
});

test("with two plans each change names its plan, and no two are one", () => {
  const two = [
    plan([version(1, START, [line({ key: "a" })])]),
    plan([version(1, START, [line({ key: "b" })])], { planId: "other" }),
  ];
  const entries = planChangeList(course({ plans: two, pauses: [pause(5, null)], today: on(9) }));
  expect(entries.map(({ title }) => title)).toEqual([
    "Plan began: Plan (since 3 Mar 2025), 1",
    "Plan began: Plan (since 3 Mar 2025), 2",
    "Plan paused (Plan (since 3 Mar 2025), 1)",
  ]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
});

test("a decision is told with what it rested on, what was made of it, why not, and by whom", () => {
  const change = { kind: "load" as const, itemKey: "a", from: 10, to: 10.5 };
  const evidence = { words: "Bridge: 10.5 kg in place of 10 kg", lines: ["12 repetitions"], change };
  const decided = { planId: "plan", decidedBy: "Kay Clinician", note: "" };
  const decidedAt = new Date(`${on(3)}T12:00:00Z`);
  const events = storyOf(course({ plans: [] }), [
    { ...decided, id: "1", decision: "changed", evidence: { ...evidence, made: { ...change, to: 12 } }, decidedAt },
    { ...decided, id: "2", decision: "declined", evidence, decidedAt, note: "Wait for the scan" },
  ]);
  expect(events.map(({ title, lines }) => [title, ...lines])).toEqual([
    [`Suggestion declined: ${evidence.words}`, "12 repetitions", "Why not: “Wait for the scan”", "By Kay Clinician"],
    [
      `Suggestion changed: ${evidence.words}`,
      "Written instead: Bridge: 12 kg in place of 10 kg",
      "12 repetitions",
      "By Kay Clinician",
    ],
  ]);
});
