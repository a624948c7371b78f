import { expect, test } from "vitest";
import { planChangeList, planMarks } from "@/lib/progress/plan-changes";
import { line, on, plan, START, version } from "./courses";

const bridge = line({ key: "bridge", title: "Glute bridge", phaseEndsOn: on(14) });
const squat = line({ key: "squat", title: "Squat", phaseKey: "two", phaseTitle: "Build up", phaseStartsOn: on(15) });
const dose = { sets: 4, repetitions: 10, holdSeconds: null, restSeconds: 0, loadKg: null, tempo: null, side: "none" };

const changed = plan([
  version(1, START, [bridge, squat]),
  version(2, on(8), [{ ...bridge, dose: { ...dose, side: "none" as const } }, squat]),
]);

test("a plan's beginning, its changes in words, and its next phase, in order", () => {
  const entries = planChangeList({ plans: [changed], today: on(20) });
  expect(entries.map(({ day, kind, title, words }) => ({ day, kind, title, words }))).toEqual([
    { day: START, kind: "start", title: "Plan began: Plan", words: [] },
    { day: on(8), kind: "version", title: "Plan changed", words: ["Glute bridge: 4 sets (was 3)"] },
    { day: on(15), kind: "phase", title: "Next phase: Build up", words: [] },
  ]);
});

test("nothing that is still to come is told", () => {
  expect(planChangeList({ plans: [changed], today: on(7) }).map(({ kind }) => kind)).toEqual(["start"]);
  expect(planMarks({ plans: [changed], today: on(-1) })).toEqual([]);
});

test("a phase begins when the version in force on that day says, not when an older one said", () => {
  const later = plan([
    version(1, START, [bridge, squat]),
    version(2, on(8), [
      { ...bridge, phaseEndsOn: on(21) },
      { ...squat, phaseStartsOn: on(22) },
    ]),
  ]);
  const phases = planChangeList({ plans: [later], today: on(40) }).filter(({ kind }) => kind === "phase");
  expect(phases.map(({ day }) => day)).toEqual([on(22)]);
});

test("one mark a day, and an end", () => {
  const versions = [version(1, START, [bridge]), version(2, on(8), []), version(3, on(8), [])];
  expect(planMarks({ plans: [plan(versions, { endsOn: on(12) })], today: on(20) })).toEqual([
    { day: START, label: "Plan began" },
    { day: on(8), label: "Plan changed" },
    { day: on(12), label: "Plan ended" },
  ]);
});
