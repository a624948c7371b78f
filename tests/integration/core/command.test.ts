import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { outbox } from "@/db/schema/core";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/core/ids";
import { query } from "@/lib/core/query";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});

const input = z.strictObject({ id: z.uuid(), body: z.string().max(20, "At most 20 characters.") });

/** A write of the smallest kind: one mail. */
const writeMail = command({
  can: "identity.add-patient",
  input,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    await tx.insert(outbox).values({
      clinicId: actor.clinicId,
      id: input.id,
      kind: "test",
      toAddress: "a@example.test",
      subject: "s",
      body: input.body,
      createdAt: now,
    });
    audit({ subjectType: "mail", subjectId: input.id });
    return { id: input.id };
  },
});

const counts = async (id: string) => {
  const [row] = await database.admin()<{ mails: number; audits: number }[]>`
    select (select count(*)::int from outbox where id = ${id}) as mails,
      (select count(*)::int from audit_events where subject_id = ${id}) as audits`;
  return row;
};

describe("exactly once", () => {
  test("one id sent 50 times at once makes one record and one receipt", async () => {
    const id = newId();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => writeMail.execute(clinic.clinician, { id, body: "same" })),
    );
    expect(new Set(answers.map((answer) => answer.id))).toEqual(new Set([id]));
    expect(await counts(id)).toEqual({ mails: 1, audits: 1 });
  });

  test("the same id with another body is a conflict", async () => {
    const id = newId();
    await writeMail.execute(clinic.clinician, { id, body: "first" });
    await expect(writeMail.execute(clinic.clinician, { id, body: "second" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await counts(id)).toEqual({ mails: 1, audits: 1 });
  });
});

test("if the audit row cannot be written, nothing is", async () => {
  const admin = database.admin();
  const id = newId();
  await admin`alter table audit_events add constraint refuse check (subject_type <> 'mail') not valid`;
  try {
    await expect(writeMail.execute(clinic.clinician, { id, body: "lost" })).rejects.toThrow();
    expect(await counts(id)).toEqual({ mails: 0, audits: 0 });
  } finally {
    await admin`alter table audit_events drop constraint refuse`;
  }
});

test("a command that does not say what it did is a fault, and writes nothing", async () => {
  const silent = command({
    can: "identity.add-patient",
    input,
    async run({ tx, actor, now, input }) {
      await tx.insert(outbox).values({
        clinicId: actor.clinicId,
        id: input.id,
        kind: "test",
        toAddress: "a@example.test",
        subject: "s",
        body: "b",
        createdAt: now,
      });
    },
  });
  const id = newId();
  await expect(silent.execute(clinic.clinician, { id, body: "x" })).rejects.toThrow("wrote no audit entry");
  expect(await counts(id)).toEqual({ mails: 0, audits: 0 });
});

test("bad input is refused at its field before anything runs, and unknown keys are refused", async () => {
  const bad = writeMail.execute(clinic.clinician, { id: newId(), body: "x".repeat(1_000_000), extra: 1 });
  await expect(bad).rejects.toMatchObject({ code: "invalid", fieldErrors: { body: "At most 20 characters." } });
});

test("a role the policy does not name is refused", async () => {
  for (const actor of [clinic.patient, clinic.admin]) {
    await expect(writeMail.execute(actor, { id: newId(), body: "x" })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a statement the database stops reads as unavailable, and the next request is served", async () => {
  const broken = query({
    can: "identity.list-patients",
    input: z.strictObject({}),
    run: async ({ tx }) => tx.execute(sql`select pg_cancel_backend(pg_backend_pid()), pg_sleep(1)`),
  });
  await expect(broken(clinic.clinician, {})).rejects.toMatchObject({ code: "unavailable" });
  await expect(writeMail.execute(clinic.clinician, { id: newId(), body: "after" })).resolves.toBeDefined();
});
