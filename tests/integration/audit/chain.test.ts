import { beforeEach, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { appendAudit } from "@/lib/audit/append";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;

beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  for (let index = 0; index < 5; index += 1) {
    await asActor(clinic.clinician.identity, (tx) =>
      appendAudit(tx, new Date(Date.UTC(2026, 0, 6, 9, index)), "identity.read-patient", {
        subjectType: "patient",
        subjectId: clinic.patient.patientId,
        patientId: clinic.patient.patientId,
        detail: { index },
      }),
    );
  }
});

const problems = () => database.admin()<{ seq: string; problem: string }[]>`
  select seq::int as seq, problem from app.audit_verify(${clinic.id})`;

test("an untouched chain is whole", async () => {
  expect(await problems()).toEqual([]);
});

test("an edit by a superuser is found", async () => {
  await database.admin()`update audit_events set action = 'identity.list-patients' where clinic_id = ${clinic.id} and seq = 3`;
  expect(await problems()).toEqual([{ seq: 3, problem: "changed after it was written" }]);
});

test("a deletion in the middle is found", async () => {
  await database.admin()`delete from audit_events where clinic_id = ${clinic.id} and seq = 3`;
  expect((await problems()).map((row) => row.problem)).toContain("missing");
});

test("a deletion at the end is found", async () => {
  await database.admin()`delete from audit_events where clinic_id = ${clinic.id}
    and seq = (select max(seq) from audit_events where clinic_id = ${clinic.id})`;
  expect((await problems()).map((row) => row.problem)).toEqual(["the end of the chain is not where it was left"]);
});

test("two rows that changed places are found", async () => {
  const admin = database.admin();
  await admin`update audit_events set seq = seq + 1000 where clinic_id = ${clinic.id} and seq in (3, 4)`;
  await admin`update audit_events set seq = case seq when 1003 then 4 else 3 end where clinic_id = ${clinic.id} and seq > 1000`;
  expect((await problems()).length).toBeGreaterThan(0);
});

test("writers at once make one chain without a gap", async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      asActor(index % 2 === 0 ? clinic.clinician.identity : clinic.admin.identity, (tx) =>
        appendAudit(tx, new Date(), "identity.list-patients", { subjectType: "clinic", subjectId: clinic.id }),
      ),
    ),
  );
  expect(await problems()).toEqual([]);
});

test("nobody writes in another's name: without a session nothing is added", async () => {
  const write = asActor("no such identity", (tx) =>
    appendAudit(tx, new Date(), "identity.list-patients", { subjectType: "clinic", subjectId: clinic.id }),
  );
  await expect(write).rejects.toThrow();
});
