import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { newId } from "@/lib/core/ids";
import { recordPractice } from "@/lib/practice/commands/record";
import { makeClinic } from "@/tests/support/clinic";
import { logEntry, makePractice, NOW, ownDatabase, send, TODAY } from "@/tests/support/practice";

const database = ownDatabase();

test("what a patient did is kept, with both times and one audit row", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const wallSit = item("wall-sit");
  const performedAt = "2026-03-10T09:41:00.000Z";
  const note = "Knie tat weh 🦵 — كان الأمر صعبًا";
  const entry = logEntry(wallSit.id, { outcome: "partly", setsDone: 2, painNrs: 0, note, performedAt });
  await expect(recordPractice.execute(clinic.patient, send(entry), { now: NOW })).resolves.toEqual({
    logIds: [entry.id],
  });
  const rows = await database.admin()`select * from practice_logs where clinic_id = ${clinic.id}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    id: entry.id,
    patient_id: clinic.patient.patientId,
    plan_item_id: wallSit.id,
    item_key: wallSit.key,
    occasion: 1,
    outcome: "partly",
    skip_reason: null,
    sets_done: 2,
    repetitions_done: null,
    hold_seconds_done: 20,
    pain_nrs: 0,
    effort_rpe: null,
    note,
    performed_at: new Date(performedAt),
    received_at: NOW,
    time_zone: "Europe/London",
    recorded_by: clinic.patient.memberId,
    corrects_id: null,
  });
  const audit = await database.admin()`select action, subject_type, subject_id, patient_id, detail from audit_events
    where clinic_id = ${clinic.id} and action = 'practice.record'`;
  expect(audit).toEqual([
    {
      action: "practice.record",
      subject_type: "practice-log",
      subject_id: entry.id,
      patient_id: clinic.patient.patientId,
      detail: { planItemId: wallSit.id, dueOn: TODAY, occasion: 1, outcome: "partly" },
    },
  ]);
});

test("the wrong role is refused, and a stranger's item is not there", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const other = await makeClinic(database.admin());
  const attempt = (person: typeof clinic.patient, planItemId: string) =>
    recordPractice.execute(person, send(logEntry(planItemId)), { now: NOW });
  const wallSit = item("wall-sit").id;
  await expect(attempt(clinic.clinician, wallSit)).rejects.toMatchObject({ code: "forbidden" });
  await expect(attempt(clinic.admin, wallSit)).rejects.toMatchObject({ code: "forbidden" });
  const refusals = await Promise.all(
    [
      attempt(clinic.otherPatient, wallSit),
      attempt(clinic.otherPatient, newId()),
      attempt(other.patient, wallSit),
      attempt(clinic.patient, item("knock-knees-and-back-pain").id),
    ].map((work) => work.catch((error: unknown) => error)),
  );
  const [first] = refusals;
  expect(first).toMatchObject({ code: "not-found", fieldErrors: {} });
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: "not-found", message: (first as Error).message, fieldErrors: {} });
  }
  expect(await database.admin()`select id from practice_logs where clinic_id in (${clinic.id}, ${other.id})`).toEqual(
    [],
  );
});

test("fifty sends of one id make one record and one receipt; another body is a conflict", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const body = send(logEntry(item("wall-sit").id));
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => recordPractice.execute(clinic.patient, body, { now: NOW })),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ logIds: [body.entries[0]?.id] })]),
  );
  const later = await recordPractice.execute(clinic.patient, body, { now: new Date(NOW.getTime() + 3_600_000) });
  expect(later).toEqual(answers[0]);
  const changed = { ...body, entries: body.entries.map((entry) => ({ ...entry, painNrs: 9 })) };
  await expect(recordPractice.execute(clinic.patient, changed, { now: NOW })).rejects.toMatchObject({
    code: "conflict",
  });
  const again = { id: newId(), entries: body.entries };
  await expect(recordPractice.execute(clinic.patient, again, { now: NOW })).rejects.toMatchObject({ code: "conflict" });
  const [counts] = await database.admin()`select
    (select count(*)::int from practice_logs where clinic_id = ${clinic.id}) as logs,
    (select count(*)::int from receipts where clinic_id = ${clinic.id}) as receipts,
    (select count(*)::int from audit_events where clinic_id = ${clinic.id} and action = 'practice.record') as audit`;
  expect(counts).toEqual({ logs: 1, receipts: 1, audit: 1 });
});

test("several entries are kept together, or none of them", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const wallSit = logEntry(item("wall-sit").id);
  const bridge = logEntry(item("glute-bridge").id, { holdSecondsDone: null, repetitionsDone: 10 });
  const future = { ...bridge, dueOn: "2026-03-11" };
  await expect(recordPractice.execute(clinic.patient, send(wallSit, future), { now: NOW })).rejects.toMatchObject({
    code: "invalid",
    fieldErrors: { "entries.1.dueOn": expect.any(String) },
  });
  expect(await database.admin()`select id from practice_logs where clinic_id = ${clinic.id}`).toEqual([]);
  const { logIds } = await recordPractice.execute(clinic.patient, send(wallSit, bridge), { now: NOW });
  expect(logIds).toEqual([wallSit.id, bridge.id]);
});

test("two devices may both tell of one occasion", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const planItemId = item("wall-sit").id;
  await recordPractice.execute(clinic.patient, send(logEntry(planItemId)), { now: NOW });
  await recordPractice.execute(clinic.patient, send(logEntry(planItemId, { painNrs: 3 })), { now: NOW });
  expect(await database.admin()`select id from practice_logs where clinic_id = ${clinic.id}`).toHaveLength(2);
});

test("the portal's role can neither change nor delete what was reported", async () => {
  const { clinic, item } = await makePractice(database.admin());
  await recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id)), { now: NOW });
  for (const statement of [
    sql`update practice_logs set pain_nrs = 0`,
    sql`delete from practice_logs`,
    sql`truncate practice_logs`,
    sql`update reading_receipts set read_at = now()`,
    sql`delete from reading_receipts`,
  ]) {
    for (const person of [clinic.patient, clinic.clinician]) {
      await expect(asActor(person.identity, (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: expect.objectContaining({ code: "42501" }),
      });
    }
  }
});
