import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { getPatientHeader, getPatientRecord } from "@/lib/progress/queries/patient-record";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic } from "@/tests/support/clinic";
import { makeCourse, TODAY } from "./made-course";

const database = testDatabase();
const options = { now: new Date(`${TODAY}T15:00:00Z`) };

const accessRows = (clinicId: string) => database.admin()`select action, subject_type, subject_id, patient_id, detail
  from audit_events where clinic_id = ${clinicId} and action = 'progress.read-patient'`;

test("a clinician reads the record on one page, and one access row is left", async () => {
  const clinic = await makeClinic(database.admin());
  await makeCourse(database.admin(), clinic, clinic.patient);
  const patientId = clinic.patient.patientId ?? "";
  const record = await getPatientRecord(clinic.clinician, { patientId }, options);

  expect(record.patient).toMatchObject({
    name: "Pat Patient",
    // Born on 29 February 1960: 66 since the first of this March.
    ageYears: 66,
    region: "knee",
    side: "left",
    goal: "To walk to the shops",
    portal: "accepted",
  });
  expect(record.plans).toHaveLength(1);
  expect(record.plans[0]?.position).toMatchObject({ state: "running", version: 2, week: 5 });
  expect(record.plans[0]?.lines.map((line) => [line.title, line.dose])).toEqual([
    ["Wall sit", "4 sets of 10 repetitions, rest 30 seconds"],
    [expect.stringContaining("Knee and Hip"), null],
  ]);
  // Two weeks up to today, which is still open.
  expect(record.progress.recent).toMatchObject({ prescribed: 13, done: 13, ahead: 1 });
  expect(record.lastLogOn).toBe("2026-03-30");
  expect(record.reasons).toEqual([]);
  expect(record.notes).toMatchObject([
    { day: "2026-03-11", exercise: "Wall sit", text: "My knee was sore", painNrs: 6 },
  ]);
  expect(record.story.map((event) => [event.day, event.kind])).toEqual([
    ["2026-03-30", "answers"],
    ["2026-03-24", "correction"],
    ["2026-03-23", "plan"],
    ["2026-03-02", "answers"],
    ["2026-03-02", "plan"],
  ]);
  expect(await accessRows(clinic.id)).toEqual([
    {
      action: "progress.read-patient",
      subject_type: "patient",
      subject_id: patientId,
      patient_id: patientId,
      detail: {},
    },
  ]);
});

test("nobody else reads it: a foreign id, an invented one and no id at all are the same not-found", async () => {
  const clinic = await makeClinic(database.admin());
  const elsewhere = await makeClinic(database.admin());
  const patientId = clinic.patient.patientId ?? "";
  for (const read of [getPatientRecord, getPatientHeader]) {
    await expect(read(elsewhere.clinician, { patientId }, options)).rejects.toMatchObject({ code: "not-found" });
    await expect(read(clinic.clinician, { patientId: newId() }, options)).rejects.toMatchObject({ code: "not-found" });
    await expect(read(clinic.clinician, { patientId: "1" }, options)).rejects.toMatchObject({ code: "not-found" });
    await expect(read(clinic.patient, { patientId }, options)).rejects.toMatchObject({ code: "forbidden" });
    await expect(read(clinic.admin, { patientId }, options)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await accessRows(clinic.id)).toEqual([]);
  expect(await accessRows(elsewhere.id)).toEqual([]);
});

test("the head of the record's other pages gives who it is about", async () => {
  const clinic = await makeClinic(database.admin());
  const patientId = clinic.patient.patientId ?? "";
  const header = await getPatientHeader(clinic.clinician, { patientId }, options);
  expect(header).toMatchObject({ id: patientId, name: "Pat Patient", portal: "accepted" });
});
