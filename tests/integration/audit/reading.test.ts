import { beforeAll, describe, expect, test } from "vitest";
import { listAudit, listOwnLooks } from "@/lib/audit/queries";
import { getPatient } from "@/lib/identity/queries";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;
let elsewhere: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
  elsewhere = await makeClinic(database.admin());
  await look("2026-03-09T23:30:00Z");
  await look("2026-03-10T09:00:00Z");
  await look("2026-03-10T09:05:00Z");
});

const look = (at: string) =>
  getPatient(clinic.clinician, { patientId: clinic.patient.patientId ?? "" }, { now: new Date(at) });

describe("a patient reading who looked", () => {
  test("sees the clinic's people by name, day and what they did, and no look of their own", async () => {
    const { days, earlier } = await listOwnLooks(clinic.patient, {});
    expect(days.map(({ day, actorName, words }) => [day, actorName, words])).toEqual([
      ["2026-03-10", "Casey Clinician", ["looked at the details"]],
      ["2026-03-09", "Casey Clinician", ["looked at the details"]],
    ]);
    expect(days[0]?.at).toEqual(new Date("2026-03-10T09:05:00Z"));
    expect(earlier).toBeNull();
  });

  test("sees nothing of another patient's record", async () => {
    expect((await listOwnLooks(clinic.otherPatient, {})).days).toEqual([]);
    expect((await listOwnLooks(elsewhere.patient, {})).days).toEqual([]);
  });

  test("is a patient: staff are refused", async () => {
    for (const person of [clinic.clinician, clinic.admin]) {
      await expect(listOwnLooks(person, {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("goes on from a place in the trail, and an address that makes no sense begins at the start", async () => {
    const [newest] = await database.admin()`select max(seq)::int as seq from audit_events where clinic_id = ${clinic.id}
      and patient_id = ${clinic.patient.patientId}`;
    expect((await listOwnLooks(clinic.patient, { before: newest?.seq })).days[0]?.at).toEqual(
      new Date("2026-03-10T09:00:00Z"),
    );
    expect((await listOwnLooks(clinic.patient, { before: "x'; --" })).days).toHaveLength(2);
  });
});

describe("an administrator reading the trail", () => {
  test("sees every entry of the clinic and none of another, newest first, with names", async () => {
    const { rows } = await listAudit(clinic.admin, {});
    const [count] =
      await database.admin()`select count(*)::int as count from audit_events where clinic_id = ${clinic.id}`;
    expect(rows).toHaveLength(count?.count);
    expect(rows.map((row) => row.seq)).toEqual(rows.map((row) => row.seq).sort((a, b) => b - a));
    expect(rows[0]).toMatchObject({
      actorName: "Casey Clinician",
      actorRole: "clinician",
      words: "looked at the details",
      patientName: "Pat Patient",
    });
  });

  test("narrows by kind and by days of the clinic's calendar", async () => {
    const words = async (filter: object) =>
      (await listAudit(clinic.admin, filter)).rows.map((row) => row.at.toISOString());
    expect(await words({ group: "looked", from: "2026-03-10", to: "2026-03-10" })).toEqual([
      "2026-03-10T09:05:00.000Z",
      "2026-03-10T09:00:00.000Z",
    ]);
    expect(await words({ group: "looked", to: "2026-03-09" })).toEqual(["2026-03-09T23:30:00.000Z"]);
    expect(await words({ group: "access" })).toEqual([]);
    expect(
      (await words({ group: "everything", from: "9999-12-31", to: "yesterday", before: "-1" })).length,
    ).toBeGreaterThan(2);
  });

  test("goes through a long trail page by page without a gap or a double", async () => {
    for (let index = 0; index < 120; index += 1) await look("2026-03-11T09:00:00Z");
    const seen: number[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await listAudit(clinic.admin, { before });
      seen.push(...page.rows.map((row) => row.seq));
      if (page.earlier === null) break;
      before = page.earlier;
    }
    const [count] =
      await database.admin()`select count(*)::int as count from audit_events where clinic_id = ${clinic.id}`;
    expect(seen).toHaveLength(count?.count);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("is an administrator: others are refused", async () => {
    for (const person of [clinic.clinician, clinic.patient]) {
      await expect(listAudit(person, {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
