import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { correctPractice } from "@/lib/practice/commands/correct";
import { recordPractice } from "@/lib/practice/commands/record";
import { getHistory } from "@/lib/practice/queries/history";
import { getLog } from "@/lib/practice/queries/logs";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { makeClinic } from "@/tests/support/clinic";
import { logEntry, makePractice, NOW, ownDatabase, send, TODAY } from "@/tests/support/practice";

const database = ownDatabase();
const LATER = new Date("2026-03-10T18:00:00Z");

async function makeLog() {
  const room = await makePractice(database.admin());
  const entry = logEntry(room.item("wall-sit").id, { painNrs: 8, note: "as first told" });
  await recordPractice.execute(room.clinic.patient, send(entry), { now: NOW });
  return { ...room, logId: entry.id };
}

const correction = (logId: string, changes: Record<string, unknown> = {}) => ({
  id: newId(),
  logId,
  reason: "I pressed the wrong number",
  outcome: "done",
  skipReason: null,
  setsDone: 3,
  repetitionsDone: null,
  holdSecondsDone: 20,
  loadKg: null,
  painNrs: 3,
  effortRpe: null,
  note: "",
  ...changes,
});

test("a correction is a new row beside the old one, and both are shown to the clinician", async () => {
  const { clinic, logId } = await makeLog();
  const fix = correction(logId);
  await expect(correctPractice.execute(clinic.patient, fix, { now: LATER })).resolves.toEqual({ logId: fix.id });
  const rows =
    await database.admin()`select id, pain_nrs, note, corrects_id, correction_reason, performed_at, received_at, due_on::text
    from practice_logs where clinic_id = ${clinic.id} order by received_at`;
  expect([...rows]).toEqual([
    {
      id: logId,
      pain_nrs: 8,
      note: "as first told",
      corrects_id: null,
      correction_reason: null,
      performed_at: NOW,
      received_at: NOW,
      due_on: TODAY,
    },
    {
      id: fix.id,
      pain_nrs: 3,
      note: "",
      corrects_id: logId,
      correction_reason: fix.reason,
      performed_at: NOW,
      received_at: LATER,
      due_on: TODAY,
    },
  ]);
  const audit = await database.admin()`select subject_id, patient_id, detail->>'corrects' as corrects from audit_events
    where clinic_id = ${clinic.id} and action = 'practice.correct'`;
  expect([...audit]).toEqual([{ subject_id: fix.id, patient_id: clinic.patient.patientId, corrects: logId }]);
  const patientId = clinic.patient.patientId ?? "";
  const { logs } = await getPatientLogs(clinic.clinician, { patientId, from: TODAY, to: TODAY });
  expect(logs.map((log) => [log.id, log.painNrs, log.replacedById, log.correctionReason])).toEqual([
    [logId, 8, fix.id, null],
    [fix.id, 3, null, fix.reason],
  ]);
  const history = await getHistory(clinic.patient, {}, { now: LATER });
  const entry = history.days[0]?.entries.find((one) => one.log);
  expect(entry).toMatchObject({ log: { id: fix.id, painNrs: 3 }, earlier: [{ id: logId, painNrs: 8 }] });
});

test("a correction can itself be corrected, and each log only once", async () => {
  const { clinic, logId } = await makeLog();
  const first = correction(logId);
  await correctPractice.execute(clinic.patient, first, { now: LATER });
  await expect(correctPractice.execute(clinic.patient, correction(logId), { now: LATER })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("already corrected"),
  });
  const second = correction(first.id, {
    outcome: "skipped",
    skipReason: "pain",
    setsDone: null,
    holdSecondsDone: null,
  });
  await correctPractice.execute(clinic.patient, second, { now: LATER });
  const history = await getHistory(clinic.patient, {}, { now: LATER });
  const entry = history.days[0]?.entries.find((one) => one.log);
  expect(entry?.log).toMatchObject({ id: second.id, outcome: "skipped", setsDone: null });
  expect(entry?.earlier.map((log) => log.id)).toEqual([logId, first.id]);
  expect(await getLog(clinic.patient, { logId: first.id }, { now: LATER })).toMatchObject({ replacedById: second.id });
});

test("fifty sends of one correction make one row; of fifty different ones one is kept", async () => {
  const { clinic, logId } = await makeLog();
  const fix = correction(logId);
  const same = await Promise.all(
    Array.from({ length: 50 }, () => correctPractice.execute(clinic.patient, fix, { now: LATER })),
  );
  expect(new Set(same.map((answer) => answer.logId))).toEqual(new Set([fix.id]));
  const rivals = await Promise.allSettled(
    Array.from({ length: 20 }, () => correctPractice.execute(clinic.patient, correction(fix.id), { now: LATER })),
  );
  expect(rivals.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of rivals) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
  expect(await database.admin()`select id from practice_logs where clinic_id = ${clinic.id}`).toHaveLength(3);
});

test("the wrong role is refused, and a stranger's log is not there", async () => {
  const { clinic, logId } = await makeLog();
  const other = await makeClinic(database.admin());
  const attempt = (person: typeof clinic.patient, id: string) =>
    correctPractice.execute(person, correction(id), { now: LATER });
  await expect(attempt(clinic.clinician, logId)).rejects.toMatchObject({ code: "forbidden" });
  for (const [person, id] of [
    [clinic.otherPatient, logId],
    [other.patient, logId],
    [clinic.otherPatient, newId()],
  ] as const) {
    await expect(attempt(person, id)).rejects.toMatchObject({ code: "not-found", fieldErrors: {} });
    await expect(getLog(person, { logId: id }, { now: LATER })).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(getLog(clinic.clinician, { logId })).rejects.toMatchObject({ code: "forbidden" });
  expect(await database.admin()`select id from practice_logs where clinic_id = ${clinic.id}`).toHaveLength(1);
});

test("bad input is refused at its field", async () => {
  const { clinic, logId } = await makeLog();
  const cases: [string, Record<string, unknown>][] = [
    ["reason", { reason: "  x " }],
    ["reason", { reason: "a".repeat(301) }],
    ["painNrs", { painNrs: 11 }],
    ["setsDone", { setsDone: -1 }],
    ["note", { note: "a".repeat(1_048_576) }],
    ["", { planItemId: newId() }],
  ];
  for (const [field, changes] of cases) {
    await expect(
      correctPractice.execute(clinic.patient, correction(logId, changes), { now: LATER }),
    ).rejects.toMatchObject({ code: "invalid", fieldErrors: { [field]: expect.any(String) } });
  }
});

test("a log can be corrected for two weeks", async () => {
  const { clinic, logId } = await makeLog();
  const attempt = (now: string) => correctPractice.execute(clinic.patient, correction(logId), { now: new Date(now) });
  await expect(attempt("2026-03-25T00:00:01Z")).rejects.toMatchObject({ code: "invalid", message: /14 days/ });
  await expect(attempt("2026-03-24T23:59:00Z")).resolves.toBeTruthy();
});
