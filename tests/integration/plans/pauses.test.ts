import { beforeEach, expect, test } from "vitest";
import { asActor } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { pausePlan } from "@/lib/plans/commands/pause";
import { resumePlan } from "@/lib/plans/commands/resume";
import { publishedPlans } from "@/lib/plans/queries";
import { getOwnPause } from "@/lib/plans/queries/pausing";
import { getToday } from "@/lib/practice/queries/today";
import { getPatientRecord } from "@/lib/progress/queries/patient-record";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { auditCount, idOf, published } from "./steps";

const database = testDatabase();
const WEDNESDAY = new Date("2026-03-04T12:00:00Z");
const at = { now: WEDNESDAY };
let clinic: TestClinic;
let patientId: string;

beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  ({ patientId } = await published(clinic));
});

const pause = (person: Person, until: string | null, now = WEDNESDAY) =>
  pausePlan.execute(person, { id: newId(), patientId, reason: "holiday", until }, { now });
const rows = () =>
  database.admin()`select starts_on::text, ends_on::text from plan_pauses where clinic_id = ${clinic.id} order by set_at, id`;

test("a patient pauses their plan from today and goes on with it the next day", async () => {
  expect((await getToday(clinic.patient, {}, at)).exercises.length).toBeGreaterThan(0);
  await pause(clinic.patient, "2026-03-14");
  const today = await getToday(clinic.patient, {}, at);
  expect(today).toMatchObject({ state: "paused", changesOn: "2026-03-15", exercises: [], questions: [], next: null });
  const pauses = { from: "2026-03-04", to: "2026-03-14", resumesOn: "2026-03-15" };
  expect(await getOwnPause(clinic.patient, {}, at)).toMatchObject({
    patientId,
    today: "2026-03-04",
    plans: [{ pause: pauses }],
  });
  expect((await getPatientRecord(clinic.clinician, { patientId }, at)).running[0]?.pause).toEqual(pauses);
  const thursday = { now: new Date("2026-03-05T12:00:00Z") };
  await resumePlan.execute(clinic.patient, { patientId }, thursday);
  expect((await getOwnPause(clinic.patient, {}, thursday)).plans.map(({ pause: now }) => now)).toEqual([null]);
  expect((await getToday(clinic.patient, {}, thursday)).state).not.toBe("paused");
  expect(await rows()).toEqual([{ starts_on: "2026-03-04", ends_on: "2026-03-04" }]);
  expect(await auditCount(database.admin(), clinic.id, "plans.pause", patientId)).toBe(1);
  expect(await auditCount(database.admin(), clinic.id, "plans.resume", patientId)).toBe(1);
});

test("resumed on its own day a pause leaves no day out; a second one takes the place of the first", async () => {
  await pause(clinic.clinician, null);
  await pause(clinic.patient, "2026-03-06");
  expect(await rows()).toEqual([
    { starts_on: "2026-03-04", ends_on: "2026-03-03" },
    { starts_on: "2026-03-04", ends_on: "2026-03-06" },
  ]);
  await resumePlan.execute(clinic.clinician, { patientId }, at);
  expect((await getToday(clinic.patient, {}, at)).exercises.length).toBeGreaterThan(0);
  const before = await rows();
  await resumePlan.execute(clinic.clinician, { patientId }, at);
  expect(await rows()).toEqual(before);
});

test("the days of a pause are read with the plan, by patient and clinician alike", async () => {
  await pause(clinic.patient, null);
  for (const person of [clinic.patient, clinic.clinician]) {
    const [plan] = await asActor(person.identity, (tx) => publishedPlans(tx, person, patientId));
    expect(plan?.pauses).toEqual([{ from: "2026-03-04", to: null }]);
  }
});

test("a day gone by, a day too far and no day at all are told at their field", async () => {
  for (const until of ["2026-03-03", "2028-01-01", "2026-02-30", ""]) {
    await expect(pause(clinic.patient, until)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { until: expect.any(String) },
    });
  }
  expect(await rows()).toEqual([]);
});

test("without a plan in force there is nothing to pause", async () => {
  const input = { id: newId(), patientId: idOf(clinic.otherPatient), reason: "illness" as const, until: null };
  await expect(pausePlan.execute(clinic.otherPatient, input, at)).rejects.toMatchObject({ code: "conflict" });
  const back = { patientId: input.patientId };
  await expect(resumePlan.execute(clinic.otherPatient, back, at)).rejects.toMatchObject({ code: "conflict" });
});

test("it is nobody else's to pause: a neighbour, another clinic and an administrator", async () => {
  const other = await makeClinic(database.admin());
  for (const person of [clinic.otherPatient, other.clinician, other.patient]) {
    await expect(pause(person, null)).rejects.toMatchObject({ code: "not-found" });
    await expect(resumePlan.execute(person, { patientId }, at)).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(pause(clinic.admin, null)).rejects.toMatchObject({ code: "forbidden" });
  expect(await rows()).toEqual([]);
});
