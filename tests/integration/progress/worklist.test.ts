import { expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { getPatients } from "@/lib/progress/queries/patients";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, makePerson, type TestClinic } from "@/tests/support/clinic";
import { insertLogs } from "@/tests/support/course";
import { makePlan } from "@/tests/support/plan";
import { makeCourse, TODAY } from "./made-course";

const database = testDatabase();
const options = { now: new Date(`${TODAY}T15:00:00Z`) };
const joinedLongAgo = (clinicId: string) =>
  database.admin()`update memberships set created_at = '2026-02-01T09:00:00Z' where clinic_id = ${clinicId}`;

async function daily(clinic: TestClinic, name: string, painOf: (daysAgo: number) => number, lastDaysAgo = 0) {
  const patient = await makePerson(database.admin(), clinic.id, "patient", {
    name,
    createdBy: clinic.clinician.memberId,
  });
  const plan = await makePlan(database.admin(), clinic, patient, {
    startsOn: "2026-02-02",
    items: [{ kind: "exercise", slug: "wall-sit" }],
  });
  const [item] = plan.items;
  if (!item) throw new Error("the plan has no line");
  const days = Array.from({ length: 57 }, (_, index) => index + lastDaysAgo).filter((ago) => ago < 57);
  await insertLogs(
    database.admin(),
    patient,
    days.map((ago) => ({ item, day: addDays(TODAY, -ago), pain: painOf(ago) })),
  );
  return patient;
}

test("the worklist says who needs a look and why, most pressing first, and leaves one row", async () => {
  const clinic = await makeClinic(database.admin());
  await makeCourse(database.admin(), clinic, clinic.patient);
  await daily(clinic, "Sila Silent", () => 2, 9);
  await daily(clinic, "Rosa Risen", (ago) => (ago < 7 ? 6 : 3));
  await daily(clinic, "Stig Steady", () => 3);
  await joinedLongAgo(clinic.id);
  const { needsMe, nothingNeeded } = await getWorklist(clinic.clinician, {}, options);

  expect(needsMe.map(({ name, reasons }) => [name, reasons.map(({ words }) => words)])).toEqual([
    ["Rosa Risen", ["Pain 3.0 → 6.0 in a week"]],
    ["Sila Silent", ["No log for 9 days"]],
    ["Oli Other", ["No plan yet"]],
  ]);
  expect(nothingNeeded.map(({ name }) => name)).toEqual(["Pat Patient", "Stig Steady"]);
  expect(nothingNeeded[0]).toMatchObject({
    lastLogOn: "2026-03-30",
    spark: [null, null, null, 6, 6, null, 3, 0],
    position: { week: 5, state: "running" },
  });
  const rows = await database.admin()`select action, subject_type, subject_id, patient_id, detail from audit_events
    where clinic_id = ${clinic.id} and action = 'progress.read-worklist'`;
  expect(rows).toEqual([
    {
      action: "progress.read-worklist",
      subject_type: "patient-list",
      subject_id: null,
      patient_id: null,
      detail: { count: 5 },
    },
  ]);
});

test("questions left unanswered are told, and a patient whose plan has ended or whose access is off is left out", async () => {
  const clinic = await makeClinic(database.admin());
  await makePlan(database.admin(), clinic, clinic.patient, {
    startsOn: "2026-03-20",
    items: [{ kind: "questionnaire", slug: "knee-and-hip-index" }],
  });
  await makePlan(database.admin(), clinic, clinic.otherPatient, {
    startsOn: "2026-01-05",
    endsOn: "2026-03-30",
    items: [{ kind: "exercise", slug: "wall-sit" }],
  });
  const off = await daily(clinic, "Offa Off", () => 3, 9);
  await database.admin()`update memberships set disabled_at = now() where clinic_id = ${clinic.id} and id = ${off.memberId}`;
  const { needsMe, nothingNeeded } = await getWorklist(clinic.clinician, {}, options);
  expect(needsMe.map(({ name, reasons }) => [name, reasons.map(({ words }) => words)])).toEqual([
    ["Pat Patient", ["Questions overdue by 11 days"]],
  ]);
  expect(nothingNeeded).toEqual([]);
});

test("only clinicians have lists, each of their own clinic", async () => {
  const clinic = await makeClinic(database.admin());
  const elsewhere = await makeClinic(database.admin());
  await daily(clinic, "Rosa Risen", (ago) => (ago < 7 ? 6 : 3));
  for (const person of [clinic.patient, clinic.admin]) {
    await expect(getWorklist(person, {}, options)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getPatients(person, {}, options)).rejects.toMatchObject({ code: "forbidden" });
  }
  const foreign = await getWorklist(elsewhere.clinician, {}, options);
  expect([...foreign.needsMe, ...foreign.nothingNeeded].map(({ name }) => name).sort()).toEqual([
    "Oli Other",
    "Pat Patient",
  ]);
  expect((await getPatients(elsewhere.clinician, {}, options)).entries).toHaveLength(2);
});

test("patients are listed by name with their latest two weeks, and found by part of a name, taken literally", async () => {
  const clinic = await makeClinic(database.admin());
  await makeCourse(database.admin(), clinic, clinic.patient);
  await makePerson(database.admin(), clinic.id, "patient", {
    name: "50%_Off \\ Fay",
    createdBy: clinic.clinician.memberId,
  });
  const all = await getPatients(clinic.clinician, {}, options);
  expect(all.entries.map(({ name }) => name).sort()).toEqual(["50%_Off \\ Fay", "Oli Other", "Pat Patient"]);
  expect(all.entries.find(({ name }) => name === "Pat Patient")).toMatchObject({
    lastActiveOn: "2026-03-30",
    recentShare: 1,
    portal: "accepted",
    position: { week: 5 },
  });
  const search = async (text: string) => {
    const { entries } = await getPatients(clinic.clinician, { search: text }, options);
    return entries.map(({ name }) => name);
  };
  expect(await search("  PAT p")).toEqual(["Pat Patient"]);
  expect(await search("%")).toEqual(["50%_Off \\ Fay"]);
  expect(await search("f_")).toEqual([]);
  expect(await search("f \\")).toEqual(["50%_Off \\ Fay"]);
  expect(await search("nobody")).toEqual([]);
  expect(await search("pat\u0000")).toEqual(["Pat Patient"]);
  const rows = await database.admin()`select detail from audit_events where clinic_id = ${clinic.id}
    and action = 'identity.list-patients' order by seq`;
  expect(rows[0]?.detail).toEqual({ count: 3 });
  expect(rows).toHaveLength(7);
});

test("fifty patients with eight weeks of logs are listed quickly, however busy the machine: one by one would take far longer", async () => {
  const clinic = await makeClinic(database.admin());
  for (let index = 0; index < 50; index += 1) await daily(clinic, `Patient ${index}`, (ago) => ago % 8);
  await getWorklist(clinic.clinician, {}, options);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    const { needsMe, nothingNeeded } = await getWorklist(clinic.clinician, {}, options);
    times.push(performance.now() - from);
    expect(needsMe.length + nothingNeeded.length).toBe(52);
  }
  expect(Math.min(...times)).toBeLessThan(1500);
}, 120_000);
