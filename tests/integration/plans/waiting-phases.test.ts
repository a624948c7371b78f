import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { decideSuggestion } from "@/lib/plans/commands/decide-suggestion";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import { getPreview } from "@/lib/plans/queries/preview";
import type { DraftBody } from "@/lib/plans/schemas";
import { recordPractice } from "@/lib/practice/commands/record";
import { getToday } from "@/lib/practice/queries/today";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, change, MONDAY } from "./steps";

const database = testDatabase();
const FRIDAY = { now: new Date("2026-03-06T12:00:00Z") };
/** The last day of week 20. */
const LATER = { now: new Date("2026-07-19T12:00:00Z") };
const criteria = {
  painAtMost: { value: 3, sessions: 1 },
  repetitionsReached: false,
  score: null,
  source: "Our own, for a test.",
};
let clinic: TestClinic;
let plan: { planId: string; patientId: string };
let body: DraftBody;

/** The shipped protocol, whose first phase lasts until it is met. */
const waiting = (text: DraftBody): DraftBody => ({
  ...text,
  phases: text.phases.map((phase, at) => (at === 0 ? { ...phase, weeks: null, criteria } : phase)),
});

async function publish(text: DraftBody, revision: number) {
  const saved = await saveDraft.execute(
    clinic.clinician,
    { planId: plan.planId, revision, body: text },
    { now: MONDAY },
  );
  const input = { id: newId(), planId: plan.planId, revision: saved.revision };
  return publishPlan.execute(clinic.clinician, input, { now: MONDAY });
}

const rows = () =>
  database.admin()<{ number: number; weeks: number | null; startsOn: string | null; endsOn: string | null }[]>`
    select number, weeks, starts_on::text as "startsOn", ends_on::text as "endsOn"
    from phases join plan_versions on plan_versions.id = plan_version_id where plan_id = ${plan.planId} order by number, position`;

const itemOf = async (phase: number) => {
  const key = body.phases[phase]?.items.find(({ kind }) => kind === "exercise")?.key ?? "";
  const [row] = await database.admin()<{ id: string }[]>`
    select id from plan_items where key = ${key} order by id desc limit 1`;
  return row?.id ?? "";
};

const log = async (phase: number, dueOn: string, at: { now: Date }) =>
  recordPractice.execute(
    clinic.patient,
    {
      id: newId(),
      entries: [
        {
          id: newId(),
          planItemId: await itemOf(phase),
          dueOn,
          occasion: 1,
          outcome: "done",
          painNrs: 1,
          performedAt: `${dueOn}T10:00:00Z`,
        },
      ],
    },
    at,
  );

/** How many exercises of the second phase a day has. */
async function ofSecond(at: { now: Date }) {
  const lines = await database.admin()<{ id: string }[]>`
    select plan_items.id from plan_items join phases on phases.id = phase_id where phases.patient_id = ${plan.patientId} and phases.position = 1`;
  const ids = new Set(lines.map(({ id }) => id));
  return (await getToday(clinic.patient, {}, at)).exercises.filter(({ itemId }) => ids.has(itemId)).length;
}

beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  const applied = await apply(clinic);
  plan = { planId: applied.planId, patientId: applied.patientId };
  body = waiting(applied.body);
});

describe("a phase that lasts until it is met", () => {
  test("leaves the next one without days: nothing of it falls due or can be logged, however long it takes", async () => {
    await publish(body, 1);
    expect(await rows()).toEqual([
      { number: 1, weeks: null, startsOn: "2026-03-02", endsOn: null },
      { number: 1, weeks: null, startsOn: null, endsOn: null },
    ]);
    expect(await ofSecond(LATER)).toBe(0);
    await expect(log(1, "2026-07-17", LATER)).rejects.toMatchObject({
      fieldErrors: { "entries.0.dueOn": expect.stringContaining("not in your plan") },
    });
    await log(0, "2026-07-17", LATER);
  });

  test("is told of when it is met; approved and published, the next one begins", async () => {
    await publish(body, 1);
    await log(0, "2026-03-06", FRIDAY);
    const { needsMe } = await getWorklist(clinic.clinician, {}, FRIDAY);
    expect(needsMe.find(({ id }) => id === plan.patientId)?.reasons).toContainEqual({
      reason: "ready-to-progress",
      words: "Ready for more? Build strength and control: begin on 9 Mar 2026; it waited for this",
    });
    const subject = `phase:${body.phases[0]?.key}:1`;
    const decision = { id: newId(), ...plan, subject, decision: "approved" as const, note: "" };
    await decideSuggestion.execute(clinic.clinician, decision, FRIDAY);
    const { draft } = await getDraft(clinic.clinician, { patientId: plan.patientId });
    expect(draft?.body.phases.map(({ weeks }) => weeks)).toEqual([1, null]);
    const input = { id: newId(), planId: plan.planId, revision: draft?.revision ?? 0 };
    await publishPlan.execute(clinic.clinician, input, FRIDAY);
    expect((await rows()).slice(2)).toEqual([
      { number: 2, weeks: 1, startsOn: "2026-03-02", endsOn: "2026-03-08" },
      { number: 2, weeks: null, startsOn: "2026-03-09", endsOn: null },
    ]);
    expect(await ofSecond({ now: new Date("2026-03-08T12:00:00Z") })).toBe(0);
    expect(await ofSecond({ now: new Date("2026-03-09T12:00:00Z") })).toBeGreaterThan(0);
  });

  test("is shown as such, and moved on from by hand with a number of weeks", async () => {
    const saved = await saveDraft.execute(
      clinic.clinician,
      { planId: plan.planId, revision: 1, body },
      { now: MONDAY },
    );
    const preview = await getPreview(clinic.clinician, { patientId: plan.patientId }, { now: MONDAY });
    expect(preview.phases.map(({ when }) => when)).toEqual([
      "From 2 Mar 2026, until its criteria are met",
      "Waits for the phase before it",
    ]);
    const input = { id: newId(), planId: plan.planId, revision: saved.revision };
    await publishPlan.execute(clinic.clinician, input, { now: MONDAY });
    await change(
      clinic,
      plan,
      (text) => ({ ...text, phases: text.phases.map((phase, at) => (at === 0 ? { ...phase, weeks: 3 } : phase)) }),
      FRIDAY.now,
    );
    expect((await rows()).at(-1)).toEqual({ number: 2, weeks: null, startsOn: "2026-03-23", endsOn: null });
  });
});
