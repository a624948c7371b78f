import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { endPlan } from "@/lib/plans/commands/end";
import { getToday } from "@/lib/practice/queries/today";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { makePlan } from "@/tests/support/plan";
import { PAIN, STARTS_ON, send } from "./asking";

const database = testDatabase();
let clinic: TestClinic;
let planId: string;
let itemKey: string;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  const plan = await makePlan(database.admin(), clinic, clinic.patient, {
    startsOn: STARTS_ON,
    items: [
      { kind: "exercise", slug: "glute-bridge" },
      { kind: "questionnaire", slug: "knee-and-hip-index", schedule: { kind: "at-end" } },
    ],
  });
  planId = plan.planId;
  itemKey = plan.items.find(({ kind }) => kind === "questionnaire")?.key ?? newId();
});

/** The plan ends on Friday, 27 March; the clocks change on the Sunday after. */
const ENDS_ON = "2026-03-27";
const at = (day: string) => ({ now: new Date(`${day}T16:00:00Z`) });
const end = () => endPlan.execute(clinic.clinician, { planId }, at(ENDS_ON));
const due = async (day: string) => (await getQuestions(clinic.patient, {}, at(day))).due;

describe("a questionnaire at discharge", () => {
  test("is due nowhere while the plan runs", async () => {
    const { due: now, coming } = await getQuestions(clinic.patient, {}, at("2026-03-20"));
    expect([now, coming]).toEqual([[], []]);
  });

  test("is due on the day the clinician ends the plan, and for a fortnight", async () => {
    await end();
    expect(await due(ENDS_ON)).toMatchObject([{ itemKey, dueOn: ENDS_ON, overdueDays: 0, closesOn: "2026-04-09" }]);
    expect(await due("2026-04-09")).toMatchObject([{ itemKey, dueOn: ENDS_ON, overdueDays: 13 }]);
    expect(await due("2026-04-10")).toEqual([]);
    const today = await getToday(clinic.patient, {}, at("2026-03-30"));
    expect(today).toMatchObject({ state: "ended", exercises: [], questions: [{ itemKey }] });
  });

  test("is answered after the end, once", async () => {
    await end();
    const answers = Object.fromEntries(PAIN.map((id) => [id, 1]));
    await send(clinic.patient, { itemKey, dueOn: ENDS_ON }, answers, at("2026-03-31").now);
    const { due: left, past } = await getQuestions(clinic.patient, {}, at("2026-04-01"));
    expect(left).toEqual([]);
    expect(past).toMatchObject([{ answeredOn: "2026-03-31", answered: 5 }]);
  });
});
