import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { publishPlan } from "@/lib/plans/commands/publish";
import { getDraft } from "@/lib/plans/queries/draft";
import { getHistory } from "@/lib/practice/queries/history";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { getToday } from "@/lib/practice/queries/today";
import { getPatientRecord } from "@/lib/progress/queries/patient-record";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic } from "@/tests/support/clinic";
import { PATIENT_FIELDS } from "@/tests/support/two-clinics";

const database = testDatabase();

test("a driven run leaves one event for each change and each look at a record, in order, and none else", async () => {
  const clinic = await makeClinic(database.admin());
  const { clinician, patient } = clinic;
  const [begin] = await database.admin()<
    { seq: number }[]
  >`select seq::int as seq from audit_heads where clinic_id = ${clinic.id}`;
  const [added, planId] = [newId(), newId()];
  const patientId = patient.patientId ?? "";
  const expected: [string, string | null][] = [];
  const step = async (action: string | null, about: string | null, work: () => Promise<unknown>) => {
    await work();
    if (action) expected.push([action, about]);
  };

  await step("progress.read-worklist", null, () => getWorklist(clinician, {}));
  await step("identity.add-patient", added, () =>
    addPatient.execute(clinician, { ...PATIENT_FIELDS, id: added, email: "driven@example.test" }),
  );
  await step("identity.invite-patient", added, () =>
    invitePatient.execute(clinician, { id: newId(), patientId: added }),
  );
  await step("progress.read-patient", patientId, () => getPatientRecord(clinician, { patientId }));
  await step("progress.read-patient", patientId, () => getPatientRecord(clinician, { patientId }));
  const apply = { id: planId, patientId, protocolSlug: "unstable-knee-with-back-pain" };
  await step("plans.apply-protocol", patientId, () => applyProtocol.execute(clinician, apply));
  // Sent again, it is the same change: the receipt answers and no second event is written.
  await step(null, null, () => applyProtocol.execute(clinician, apply));
  await step("plans.read-draft", patientId, () => getDraft(clinician, { patientId }));
  await step("plans.publish", patientId, () => publishPlan.execute(clinician, { id: newId(), planId, revision: 1 }));
  // What a patient reads of their own record is no access by another.
  await step(null, null, () => getToday(patient, {}));
  await step(null, null, () => getHistory(patient, {}));
  await step("practice.read-patient", patientId, () =>
    getPatientLogs(clinician, { patientId, from: "2026-01-01", to: "2026-01-31" }),
  );
  await step("questionnaires.read-patient", patientId, () => getPatientResponses(clinician, { patientId }));
  // What is refused is no access either.
  await step(null, null, () => expect(getPatientRecord(clinician, { patientId: newId() })).rejects.toThrow());
  await step(null, null, () => expect(getPatientRecord(clinic.admin, { patientId })).rejects.toThrow());

  const events = await database.admin()<{ action: string; patient: string | null; actor: string }[]>`
    select action, patient_id as patient, actor_membership_id as actor from audit_events
    where clinic_id = ${clinic.id} and seq > ${begin?.seq ?? 0} order by seq`;
  expect(events.map(({ action, patient: about }) => [action, about])).toEqual(expected);
  expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([clinician.memberId]));
});
