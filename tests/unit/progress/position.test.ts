import { describe, expect, test } from "vitest";
import { positionInWords } from "@/lib/progress/person-words";
import { planInForce } from "@/lib/progress/plan-in-force";
import { planPosition, versionInForce } from "@/lib/progress/position";
import { line, on, plan, START, version } from "./courses";

const first = line({ key: "bridge", phaseEndsOn: on(14) });
const second = line({ key: "squat", phaseKey: "two", phaseTitle: "Two", phaseStartsOn: on(15) });
const two = plan([version(1, START, [first, second])]);

describe("where somebody stands in the plan", () => {
  test.each([
    ["before it begins", on(-2), "ahead", undefined, "Plan not begun"],
    ["on its first day", on(1), "running", "One", "Phase 1 of 2, week 1"],
    ["on the last day of a phase", on(14), "running", "One", "Phase 1 of 2, week 2"],
    ["on the first day of the next", on(15), "running", "Two", "Phase 2 of 2, week 3"],
  ])("%s", (_name, day, state, phase, words) => {
    const position = planPosition([two], day);
    expect(position?.state).toBe(state);
    expect(position?.phase?.title).toBe(phase);
    expect(positionInWords(position)).toBe(words);
  });

  test("a plan that is over keeps the place of its last day", () => {
    const position = planPosition([{ ...two, endsOn: on(16) }], on(60));
    expect(position).toMatchObject({ state: "ended", week: 3, phase: { number: 2 } });
    expect(positionInWords(position)).toBe("Plan ended");
  });

  test("one phase is no phase to speak of", () => {
    expect(positionInWords(planPosition([plan([version(1, START, [line({ key: "bridge" })])])], on(9)))).toBe("Week 2");
  });

  test("nothing published", () => {
    expect(planPosition([], on(1))).toBeNull();
    expect(positionInWords(null)).toBe("No plan");
    expect(planInForce([], on(1))).toBeNull();
  });
});

test("a version governs from its day, and of two published on one day the later one", () => {
  const versions = [version(3, on(8), []), version(1, on(1), []), version(2, on(8), [])];
  expect([0, 1, 7, 8, 30].map((number) => versionInForce(versions, on(number))?.number)).toEqual([1, 1, 1, 3, 3]);
  expect(versionInForce([], on(1))).toBeNull();
});

test("the plan in force shows the lines of the phase somebody is in, in words", () => {
  expect(planInForce([two], on(15))?.lines).toEqual([
    { key: "squat", kind: "exercise", title: "squat", dose: "3 sets of 10 repetitions", schedule: "Every day" },
  ]);
  expect(planInForce([two], on(-3))?.lines.map(({ key }) => key)).toEqual(["bridge"]);
});
