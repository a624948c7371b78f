import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { getHandout, getPatientHandout } from "@/lib/export/queries/handout";
import { endPlan } from "@/lib/plans/commands/end";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import {
  apply,
  auditCount,
  change,
  draftBody,
  idOf,
  MONDAY,
  published,
  settle,
  withItem,
  withSets,
} from "@/tests/integration/plans/steps";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
const at = { now: MONDAY };
let clinic: TestClinic;
let stranger: TestClinic;
let plan: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
  stranger = await makeClinic(database.admin());
  plan = await published(clinic);
});

describe("the handout of a plan", () => {
  test("holds what the patient has in the next two weeks, with pictures, words and a diary", async () => {
    const handout = await getHandout(clinic.patient, { planId: plan.planId }, at);
    expect(handout).toMatchObject({
      planId: plan.planId,
      planTitle: "Unstable knee with back pain",
      clinicName: clinic.patient.clinicName,
      patientName: "Pat Patient",
      madeOn: "2026-03-02",
      isDraft: false,
    });
    expect(handout.address).toMatch(/^https?:\/\/.+\/today$/);
    expect(handout.exercises).toHaveLength(5);
    for (const { picture, cues, stopIf } of handout.exercises) {
      expect(picture).toMatchObject({ kind: "figure", start: { shapes: expect.any(Array) } });
      expect(cues.length).toBeGreaterThan(0);
      expect(cues.length).toBeLessThanOrEqual(3);
      expect(stopIf.length).toBeGreaterThan(0);
    }
    expect(handout.exercises[0]).toMatchObject({
      dose: "2 sets of 12 repetitions on each side, hold 3 seconds, rest 30 seconds",
      schedule: "Monday to Friday",
    });
    expect(handout.diary?.rows[0]?.boxes).toEqual([1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0]);
    expect(handout.toRead.map(({ minutes, on }) => [minutes, on])).toEqual([
      [expect.any(Number), "2026-03-02"],
      [expect.any(Number), "2026-03-04"],
    ]);
    // All five questionnaires of the first phase open on its first day.
    expect(handout.toAnswer.map(({ minutes, on }) => [minutes, on])).toEqual(
      Array.from({ length: 5 }, () => [expect.any(Number), "2026-03-02"]),
    );
  });

  test("is the same for the clinician, by plan and by patient, and each look leaves a row; the patient's own leaves none", async () => {
    const count = () => auditCount(database.admin(), clinic.id, "export.handout", plan.patientId);
    const before = (await count()) ?? 0;
    const own = await getHandout(clinic.patient, { planId: plan.planId }, at);
    expect(await getPatientHandout(clinic.patient, { patientId: plan.patientId }, at)).toEqual(own);
    expect(await count()).toBe(before);
    expect(await getHandout(clinic.clinician, { planId: plan.planId }, at)).toEqual({
      ...own,
      clinicName: clinic.clinician.clinicName,
    });
    expect(await getPatientHandout(clinic.clinician, { patientId: plan.patientId }, at)).toEqual(own);
    expect(await count()).toBe(before + 2);
  });

  test("begins its diary on the day that is asked for", async () => {
    const handout = await getHandout(clinic.patient, { planId: plan.planId, from: "2026-03-07" }, at);
    expect(handout.diary?.days[0]).toBe("2026-03-07");
    expect(handout.diary?.rows[0]?.boxes.slice(0, 4)).toEqual([0, 0, 1, 1]);
  });

  test("follows the version in force, and keeps to it when the library has newer words", async () => {
    const own = await makeClinic(database.admin());
    const made = await published(own);
    const later = { now: new Date("2026-04-01T12:00:00Z") };
    await change(own, made, (body) => withSets(body, "wall-sit", 4), later.now);
    await database.admin()`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, created_at)
      select v.clinic_id, gen_random_uuid(), v.item_id, v.number + 1, 'Wall sit anew', v.body, 'new', now()
      from library_versions v join library_items i on i.clinic_id = v.clinic_id and i.id = v.item_id
      where v.clinic_id = ${own.id} and i.slug = 'wall-sit'`;
    const handout = await getHandout(own.patient, { planId: made.planId }, later);
    const wallSit = handout.exercises.find(({ title }) => title.startsWith("Wall sit"));
    expect(wallSit).toMatchObject({ title: "Wall sit", dose: expect.stringMatching(/^4 /) });
  });
});

describe("the draft", () => {
  test("is printed for the clinician as if it were published today, and is nobody else's to see", async () => {
    const own = await makeClinic(database.admin());
    const made = await published(own);
    const { planId, patientId } = made;
    const opened = await startDraft.execute(own.clinician, { id: newId(), planId, patientId }, at);
    const body = withItem(await draftBody(own.clinician, patientId), "clamshell", (item) => ({
      ...item,
      note: "Only a draft",
    }));
    await saveDraft.execute(own.clinician, { planId, revision: opened.revision, body }, at);
    const draft = await getHandout(own.clinician, { planId, text: "draft" }, at);
    expect(draft).toMatchObject({ isDraft: true, planTitle: "Unstable knee with back pain" });
    expect(draft.exercises.map(({ note }) => note)).toContain("Only a draft");
    const inForce = await getHandout(own.clinician, { planId }, at);
    expect(draft.diary).toEqual(inForce.diary);
    expect(inForce.exercises.map(({ note }) => note)).not.toContain("Only a draft");
    const asked = [own.patient, stranger.clinician].flatMap((person) => [
      getHandout(person, { planId, text: "draft" }, at),
      getPatientHandout(person, { patientId, text: "draft" }, at),
    ]);
    expect((await settle<unknown>(asked)).codes).toEqual(Array(4).fill("not-found"));
  });

  test("of a first plan can be printed before anything is published", async () => {
    const own = await makeClinic(database.admin());
    const { planId, patientId } = await apply(own);
    const draft = await getPatientHandout(own.clinician, { patientId, text: "draft" }, at);
    expect(draft?.exercises).toHaveLength(5);
    expect(draft?.diary?.days[0]).toBe("2026-03-02");
    expect(await getPatientHandout(own.clinician, { patientId }, at)).toBeNull();
    expect(await getPatientHandout(own.patient, { patientId }, at)).toBeNull();
    expect((await settle([getHandout(own.patient, { planId }, at)])).codes).toEqual(["not-found"]);
  });
});

test("a plan that has ended is still printed by its own address, without a diary", async () => {
  const own = await makeClinic(database.admin());
  const { planId, patientId } = await published(own);
  await endPlan.execute(own.clinician, { planId }, at);
  const later = { now: new Date("2026-03-20T12:00:00Z") };
  const handout = await getHandout(own.patient, { planId }, later);
  expect(handout.exercises.length).toBeGreaterThan(0);
  expect(handout.diary).toBeNull();
  expect(await getPatientHandout(own.patient, { patientId }, later)).toBeNull();
});

test("is forbidden to an administrator, and not found by strangers or for an id that never was", async () => {
  const { planId, patientId } = plan;
  const people = [clinic.admin, clinic.otherPatient, stranger.clinician, stranger.patient];
  const byPlan = await settle(people.map((person) => getHandout(person, { planId }, at)));
  const byPatient = await settle(people.map((person) => getPatientHandout(person, { patientId }, at)));
  const codes = ["forbidden", "not-found", "not-found", "not-found"];
  expect([byPlan.codes, byPatient.codes]).toEqual([codes, codes]);
  const odd = ["", "null", "1", "' or 1=1--", newId()];
  const asked = odd.flatMap<Promise<unknown>>((id) => [
    getHandout(clinic.clinician, { planId: id }, at),
    getPatientHandout(clinic.clinician, { patientId: id }, at),
    getHandout(clinic.clinician, { planId, from: id }, at),
  ]);
  expect((await settle(asked)).codes).toEqual(Array(asked.length).fill("not-found"));
  expect(idOf(clinic.patient)).toBe(patientId);
});
