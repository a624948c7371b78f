import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { decideSuggestion } from "@/lib/plans/commands/decide-suggestion";
import { pausePlan } from "@/lib/plans/commands/pause";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { publishedPlans } from "@/lib/plans/queries";
import { getDraft } from "@/lib/plans/queries/draft";
import { recordPractice } from "@/lib/practice/commands/record";
import { getOwnProgress } from "@/lib/progress/queries/own-progress";
import { getPatientRecord } from "@/lib/progress/queries/patient-record";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { insertResponse } from "@/tests/support/course";
import { apply, auditCount, draftBody, MONDAY, settle, withItem } from "./steps";

const database = testDatabase();
const FRIDAY = new Date("2026-03-06T12:00:00Z");
const at = { now: FRIDAY };
let clinic: TestClinic;
let plan: { planId: string; patientId: string };

/** A published plan whose bridge is done with 10 kg. */
async function loaded(of: TestClinic) {
  const { planId, patientId, body } = await apply(of);
  const heavier = withItem(body, "glute-bridge", (item) => ({
    ...item,
    dose: item.dose && { ...item.dose, loadKg: 10 },
  }));
  const saved = await saveDraft.execute(of.clinician, { planId, revision: 1, body: heavier }, { now: MONDAY });
  const input = { id: newId(), planId, revision: saved.revision };
  await publishPlan.execute(of.clinician, input, { now: MONDAY });
  return { planId, patientId };
}

async function bridge(of: TestClinic) {
  const plans = await asActor(of.patient.identity, (tx) => publishedPlans(tx, of.patient, plan.patientId));
  const item = plans[0]?.versions.at(-1)?.items.find(({ slug }) => slug === "glute-bridge");
  if (!item?.dose?.repetitions) throw new Error("the plan has no bridge");
  return { ...item, repetitions: item.dose.repetitions };
}

async function logs(days: readonly string[], over: { extra?: number; painNrs?: number | null } = {}) {
  const item = await bridge(clinic);
  const entries = days.map((dueOn) => ({
    id: newId(),
    planItemId: item.id,
    dueOn,
    occasion: 1,
    outcome: "done",
    repetitionsDone: item.repetitions + (over.extra ?? 2),
    painNrs: over.painNrs === undefined ? 1 : over.painNrs,
    performedAt: `${dueOn}T10:00:00Z`,
  }));
  await recordPractice.execute(clinic.patient, { id: newId(), entries }, at);
}

const record = (actor: Person = clinic.clinician) => getPatientRecord(actor, { patientId: plan.patientId }, at);
const ready = async () => (await record()).ready[0] ?? null;

const first = async () => {
  const suggestion = (await ready())?.suggestions[0];
  if (!suggestion) throw new Error("nothing is suggested");
  return suggestion;
};

type Said = { note?: string; value?: number };
const decide = (subject: string, decision: "approved" | "changed" | "declined", said: Said = {}) =>
  decideSuggestion.execute(clinic.clinician, { id: newId(), ...plan, subject, decision, ...said }, at);

beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  plan = await loaded(clinic);
});

describe("a suggestion", () => {
  test("comes of two sessions over the dose, with what it rests on, on the record and on the worklist", async () => {
    await logs(["2026-03-04"]);
    expect(await ready()).toBeNull();
    await logs(["2026-03-06"]);
    const suggestion = await first();
    expect(suggestion).toMatchObject({
      words: "Glute bridge: 10.5 kg in place of 10 kg",
      change: { kind: "load", from: 10, to: 10.5 },
    });
    expect(suggestion.evidence).toHaveLength(2);
    expect(suggestion.evidence[0]).toContain("4 Mar 2026");
    const { needsMe } = await getWorklist(clinic.clinician, {}, at);
    const row = needsMe.find(({ id }) => id === plan.patientId);
    expect(row?.reasons).toContainEqual({
      reason: "ready-to-progress",
      words: "Ready for more? Glute bridge: 10.5 kg in place of 10 kg",
    });
  });

  test("does not come of one extra repetition, of pain over the ceiling, or in a pause", async () => {
    await logs(["2026-03-04", "2026-03-05"], { extra: 1 });
    expect(await ready()).toBeNull();
    await logs(["2026-03-06"], { painNrs: 8 });
    expect(await ready()).toBeNull();
    const other = await makeClinic(database.admin());
    [clinic, plan] = [other, await loaded(other)];
    await logs(["2026-03-04", "2026-03-06"], { painNrs: null });
    expect((await first()).evidence[1]).toContain("pain not answered");
    const pause = { id: newId(), patientId: plan.patientId, reason: "holiday" as const, until: null };
    await pausePlan.execute(clinic.clinician, pause, at);
    expect(await ready()).toBeNull();
  });
});

describe("a phase", () => {
  const score = { slug: "knee-and-hip-index", part: "function", is: "at-most" as const };
  /** A plan whose first phase asks for a score, with one session of practice today. */
  async function scored(value: number) {
    clinic = await makeClinic(database.admin());
    const { planId, patientId, body } = await apply(clinic);
    const [settle, ...rest] = body.phases;
    if (!settle) throw new Error("the protocol has no phase");
    const criteria = {
      painAtMost: { value: 3, sessions: 1 },
      repetitionsReached: false,
      score: { ...score, value },
      source: "Our own, for a test.",
    };
    const asked = { ...body, phases: [{ ...settle, criteria }, ...rest] };
    const saved = await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: asked }, { now: MONDAY });
    await publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: saved.revision }, { now: MONDAY });
    plan = { planId, patientId };
    await logs(["2026-03-06"], { extra: 0 });
  }

  async function answer(worst: number, over: { day?: string; corrects?: string } = {}) {
    const plans = await asActor(clinic.patient.identity, (tx) => publishedPlans(tx, clinic.patient, plan.patientId));
    const item = plans[0]?.versions.at(-1)?.items.find(({ slug }) => slug === score.slug);
    if (!item) throw new Error("the plan does not ask");
    const values = { pain: worst, stiffness: worst, function: worst };
    return insertResponse(database.admin(), clinic.patient, { item, day: over.day ?? "2026-03-05", values, ...over });
  }

  test("whose criteria are met is suggested with the score people are shown, and approved it is shortened in the draft", async () => {
    await scored(50);
    expect(await ready()).toBeNull();
    await answer(2);
    const suggestion = await first();
    expect(suggestion.words).toBe("Build strength and control: begin on 9 Mar 2026, in place of 30 Mar 2026");
    expect(suggestion.evidence).toEqual([
      "Worst pain 1 in the last session (6 Mar 2026)",
      "Knee and hip index (function): 50 or less; was 50 on 5 Mar 2026",
    ]);
    await decide(suggestion.subject, "approved");
    const body = await draftBody(clinic.clinician, plan.patientId);
    expect(body.phases.map(({ weeks }) => weeks)).toEqual([1, null]);
    expect(body.phases[0]?.criteria?.score?.value).toBe(50);
  });

  test("a worse score, or one that was put right since, does not count", async () => {
    await scored(49);
    const wrong = await answer(1);
    expect(await ready()).not.toBeNull();
    await answer(2, { corrects: wrong });
    expect(await ready()).toBeNull();
  });
});

describe("deciding", () => {
  test("approved, the change is made in a new draft, nothing is in force yet, and it is not suggested again", async () => {
    await logs(["2026-03-04", "2026-03-06"]);
    const { subject } = await first();
    await decide(subject, "approved");
    const view = await getDraft(clinic.clinician, { patientId: plan.patientId }, at);
    const dose = (body: typeof view.draft) =>
      body?.body.phases[0]?.items.find(({ slug }) => slug === "glute-bridge")?.dose?.loadKg;
    expect(dose(view.draft)).toBe(10.5);
    expect(view.draft).toMatchObject({ revision: 1, baseVersion: 1 });
    expect((await bridge(clinic)).dose?.loadKg).toBe(10);
    expect(await ready()).toBeNull();
    const rows = await database.admin()`select decision, evidence, note, decided_by from suggestion_decisions
      where clinic_id = ${clinic.id}`;
    expect(rows).toEqual([
      expect.objectContaining({ decision: "approved", note: "", decided_by: clinic.clinician.memberId }),
    ]);
    expect(rows[0]?.evidence).toMatchObject({ lines: [expect.any(String), expect.any(String)] });
    expect(await auditCount(database.admin(), clinic.id, "plans.decide-suggestion", plan.patientId)).toBe(1);
    await expect(decide(subject, "declined")).rejects.toMatchObject({ code: "conflict" });
  });

  test("changes the draft that is being written, and declined leaves it alone", async () => {
    await logs(["2026-03-04", "2026-03-06"]);
    const { subject } = await first();
    await decide(subject, "declined", { note: "Wait for the scan" });
    expect((await getDraft(clinic.clinician, { patientId: plan.patientId }, at)).draft).toBeNull();
    expect(await ready()).toBeNull();
    const [row] =
      await database.admin()`select decision, note from suggestion_decisions where clinic_id = ${clinic.id}`;
    expect(row).toEqual({ decision: "declined", note: "Wait for the scan" });
  });

  test("ten at once decide once", async () => {
    await logs(["2026-03-04", "2026-03-06"]);
    const { subject } = await first();
    const { values, codes } = await settle(Array.from({ length: 10 }, () => decide(subject, "changed", { value: 12 })));
    expect(values).toHaveLength(1);
    expect(codes).toEqual(Array(9).fill("conflict"));
    const body = await draftBody(clinic.clinician, plan.patientId);
    const line = body.phases[0]?.items.find(({ slug }) => slug === "glute-bridge");
    expect(line?.dose?.loadKg).toBe(12);
  });

  test("changed, the value is the clinician's own, kept with what was suggested; what a dose cannot be is told at its field", async () => {
    await logs(["2026-03-04", "2026-03-06"]);
    const { subject } = await first();
    for (const value of [0, -1, 10, 10.255, 301]) {
      await expect(decide(subject, "changed", { value })).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { value: expect.any(String) },
      });
    }
    await expect(decide(subject, "changed")).rejects.toMatchObject({ fieldErrors: { value: expect.any(String) } });
    await expect(decide(subject, "approved", { value: 12 })).rejects.toMatchObject({ code: "invalid" });
    await decide(subject, "changed", { value: 12.25 });
    const [row] = await database.admin()`select evidence from suggestion_decisions where clinic_id = ${clinic.id}`;
    expect(row?.evidence).toMatchObject({ change: { to: 10.5 }, made: { kind: "load", from: 10, to: 12.25 } });
  });

  test("it is told where it stands until it is published, and in the story for good", async () => {
    await logs(["2026-03-04", "2026-03-06"]);
    const { subject, words } = await first();
    await decide(subject, "changed", { value: 12 });
    const said = "Glute bridge: 12 kg in place of 10 kg";
    const { written, story } = await record();
    expect(written).toEqual([{ planId: plan.planId, name: null, words: [said] }]);
    expect(story.find(({ kind }) => kind === "decision")).toMatchObject({
      day: "2026-03-06",
      title: `Suggestion changed: ${words}`,
      lines: [`Written instead: ${said}`, expect.any(String), expect.any(String), `By ${clinic.clinician.name}`],
    });
    const published = { id: newId(), planId: plan.planId, revision: 1 };
    await publishPlan.execute(clinic.clinician, published, { now: new Date(FRIDAY.getTime() + 60_000) });
    const after = await record();
    expect(after.written).toEqual([]);
    expect(after.story.filter(({ kind }) => kind === "decision")).toHaveLength(1);
    const own = await getOwnProgress(clinic.patient, {}, at);
    expect(JSON.stringify(own)).not.toContain("uggestion");
  });

  test("is for the clinic's clinicians", async () => {
    await logs(["2026-03-04", "2026-03-06"]);
    const { subject } = await first();
    const input = { id: newId(), ...plan, subject, decision: "approved" as const };
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(decideSuggestion.execute(person, input, at)).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await makeClinic(database.admin());
    await expect(decideSuggestion.execute(other.clinician, input, at)).rejects.toMatchObject({ code: "not-found" });
    const [own, { patientId }] = [plan, await loaded(other)];
    const mixed = { ...input, patientId };
    await expect(decideSuggestion.execute(clinic.clinician, mixed, at)).rejects.toMatchObject({ code: "not-found" });
    expect((await ready())?.planId).toBe(own.planId);
  });
});
