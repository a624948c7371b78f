import { describe, expect, test } from "vitest";
import {
  courseStart,
  currentPlan,
  mondayOf,
  nextQuestionsOn,
  openQuestions,
  painPoints,
  standingLogs,
  weekOfPlan,
} from "@/lib/progress/course";
import { course, line, log, on, plan, questions, response, START, version } from "./courses";

describe("the current plan", () => {
  const ended = plan([version(1, on(1), [])], { planId: "ended", endsOn: on(10) });
  const running = plan([version(1, on(12), [])], { planId: "running" });
  const ahead = plan([version(1, on(40), [])], { planId: "ahead" });

  test.each([
    ["the one that runs", [ended, running, ahead], on(20), "running"],
    ["on its last day it still runs", [ended], on(10), "ended"],
    ["between two plans, the next one", [ended, running], on(11), "running"],
    ["before any, the first to come", [ahead, running], on(1), "running"],
    ["after all, the last", [ended], on(30), "ended"],
  ])("%s", (_name, plans, day, expected) => {
    expect(currentPlan(plans, day)?.planId).toBe(expected);
  });

  test("none without plans", () => expect(currentPlan([], on(1))).toBeNull());
});

test("a course starts with its first plan, whatever order they come in", () => {
  const plans = [plan([version(1, on(9), [])]), plan([version(1, on(2), [])])];
  expect(courseStart({ plans })).toBe(on(2));
  expect(courseStart({ plans: [] })).toBeNull();
});

test("a correction stands in place of what it corrects, and a log knows what its own version prescribed", () => {
  const slip = log(on(1), { painNrs: 9 });
  const right = log(on(1), { painNrs: 2, correctsId: slip.id });
  const logs = [slip, right];
  expect(painPoints({ logs })).toEqual([{ day: on(1), pain: 2 }]);
  expect(standingLogs({ ...course(), logs })).toMatchObject([{ id: right.id, setsPrescribed: 3 }]);
});

describe("questions", () => {
  test("stay open from their day until answered", () => {
    const { plans } = course();
    expect(openQuestions(plans, [], on(3))).toEqual([START]);
    const copy = { itemKey: "questions", dueOn: START, slug: "knee-and-hip-index", answeredOn: START };
    expect(openQuestions(plans, [copy], on(3))).toEqual([]);
    const { slug } = questions();
    const another = { itemKey: "sent-beside-the-plan", dueOn: on(2), slug, answeredOn: on(2) };
    expect(openQuestions(plans, [another], on(3))).toEqual([]);
    expect(openQuestions(plans, [{ ...another, slug: "another" }], on(3))).toEqual([START]);
  });

  test("come next today when open, else on their next day", () => {
    const answered = [response(START, {})];
    expect(nextQuestionsOn(course({ today: on(2) }))).toBe(on(2));
    expect(nextQuestionsOn(course({ today: on(2), responses: answered }))).toBe(on(29));
  });

  test("never come when the plan has none, or ends before", () => {
    const only = plan([version(1, START, [line({ key: "bridge" })])]);
    expect(nextQuestionsOn(course({ plans: [only] }))).toBeNull();
    const short = plan([version(1, START, [questions()])], { endsOn: on(20) });
    expect(nextQuestionsOn(course({ plans: [short], today: on(2), responses: [response(START, {})] }))).toBeNull();
  });
});

test("weeks begin on Monday, and those of a plan on its own first day", () => {
  expect(mondayOf(on(7))).toBe(START);
  expect(mondayOf(on(8))).toBe(on(8));
  expect([0, 1, 7, 8, 15].map((number) => weekOfPlan(START, on(number)))).toEqual([0, 1, 1, 2, 3]);
});
