import { describe, expect, test } from "vitest";
import { lineDayProblem } from "@/lib/practice/plan-lines";
import { line, planned } from "@/tests/support/planned";

const START = "2026-03-02";

describe("the day a line can be logged for", () => {
  test("what a pause moved past its phase was in the plan on that day, and a day it did not fall due was not", () => {
    const once = line({ schedule: { kind: "once", day: 10 }, phaseEndsOn: "2026-03-15" });
    const plan = planned([{ effectiveOn: START, items: [once] }], {
      pauses: [{ from: "2026-03-09", to: "2026-03-16" }],
    });
    expect(lineDayProblem(plan, once, "2026-03-17", "2026-03-20")).toBeNull();
    expect(lineDayProblem(plan, once, "2026-03-18", "2026-03-20")).toMatch(/was not in your plan/);
    expect(lineDayProblem(plan, once, "2026-03-17", "2026-03-16")).toMatch(/has not come/);
  });

  test("what is done as needed can be logged on any day of its phase, up to 14 days back", () => {
    const ease = line({ schedule: { kind: "as-needed" }, phaseEndsOn: "2026-03-29" });
    const plan = planned([{ effectiveOn: START, items: [ease] }]);
    expect(lineDayProblem(plan, ease, "2026-03-18", "2026-03-20")).toBeNull();
    expect(lineDayProblem(plan, ease, "2026-03-30", "2026-04-01")).toMatch(/was not in your plan/);
    expect(lineDayProblem(plan, ease, "2026-03-05", "2026-03-20")).toMatch(/14 days/);
  });
});
