import { expect, test } from "vitest";
import { chosenPlan } from "@/lib/plans/chosen-plan";
import { planNames } from "@/lib/plans/plan-names";

const plan = (planId: string, title: string, startsOn: string | null = "2026-03-02") => ({ planId, title, startsOn });

test("plans go by their titles; the same title by its day, and the same day by a number", () => {
  const names = planNames([
    plan("a", "My knee"),
    plan("b", "My back"),
    plan("c", "My back", "2026-03-09"),
    plan("d", "My hip"),
    plan("e", "My hip"),
    plan("f", "My hip", null),
  ]);
  expect([...names.values()]).toEqual([
    "My knee",
    "My back (since 2 Mar 2026)",
    "My back (since 9 Mar 2026)",
    "My hip (since 2 Mar 2026), 1",
    "My hip (since 2 Mar 2026), 2",
    "My hip (not published)",
  ]);
  expect(planNames([])).toEqual(new Map());
});

test("the plan a page is about: the one named, the only one, or several to choose from", () => {
  const [one, two] = [plan("a", "My knee"), plan("b", "My back")];
  expect(chosenPlan("z", [one, two])).toBe("z");
  expect(chosenPlan(undefined, [one])).toBe("a");
  expect(chosenPlan(["a", "b"], [one, two])).toBe("several");
  expect(chosenPlan(undefined, [])).toBeUndefined();
});
