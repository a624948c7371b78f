import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor, type Tx } from "@/db/client";
import { doorIdentity, hashToken, systemIdentity } from "@/lib/access/tokens";
import { databaseCode } from "@/lib/core/database-errors";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { fillEveryTable, type Planted } from "@/tests/support/every-table";

const database = testDatabase();
let ours: TestClinic;
let theirs: TestClinic;
let planted: Planted;
/** A table with the first and the last of our rows: of shipped content, and of what the clinic wrote. */
let tables: { name: string; clinic: boolean; rows: string[] }[];

beforeAll(async () => {
  const admin = database.admin();
  ours = await makeClinic(admin);
  theirs = await makeClinic(admin);
  planted = await fillEveryTable(admin, ours);
  await fillEveryTable(admin, theirs);
  const names = await admin<{ name: string; clinic: boolean }[]>`
    select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id') as clinic
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  tables = await Promise.all(
    names.map(async ({ name, clinic }) => {
      const one = (order: "asc" | "desc") =>
        admin.unsafe<{ row: string }[]>(
          `select to_jsonb(t)::text as row from public."${name}" t ${clinic ? "where clinic_id = $1" : ""} order by ctid ${order} limit 1`,
          clinic ? [ours.id] : [],
        );
      const rows = [...(await one("asc")), ...(await one("desc"))].map(({ row }) => row);
      return { name, clinic, rows: [...new Set(rows)] };
    }),
  );
});

const identities = () => ({
  clinician: ours.clinician.identity,
  admin: ours.admin.identity,
  patient: ours.patient.identity,
  otherPatient: ours.otherPatient.identity,
  stranger: theirs.clinician.identity,
  strangePatient: theirs.patient.identity,
  system: systemIdentity(ours.id),
  door: doorIdentity(),
  pending: hashToken(planted.pendingSession),
  nobody: "",
});

/** What a statement gave: a count, or the code it was refused with. Always undone. */
async function attempt(identity: string, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const undo = new Error("undo");
  let outcome = "";
  try {
    await asActor(identity, async (tx) => {
      outcome = String(await work(tx));
      throw undo;
    });
  } catch (error) {
    if (error !== undo) outcome = databaseCode(error) ?? "fault";
  }
  return outcome;
}

const count =
  (table: string, where = "") =>
  async (tx: Tx) => {
    const [row] = await tx.execute<{ count: number }>(
      sql.raw(`select count(*)::int as count from public."${table}" ${where}`),
    );
    return row?.count ?? 0;
  };

const changed = (statement: ReturnType<typeof sql>) => async (tx: Tx) => (await tx.execute(statement)).count;

/**
 * Everything the portal's role can get at, by identity and table: what it sees, changes, deletes, adds, and what the doors
 * say. With a table named, only that one and the doors: what dropping one of its policies can change.
 */
async function snapshot(only?: string): Promise<Record<string, string>> {
  const admin = database.admin();
  const updatable = await admin<{ table: string; column: string }[]>`
    select distinct on (table_name) table_name as table, column_name as column from information_schema.column_privileges
    where grantee = 'plumbline_app' and privilege_type = 'UPDATE' and table_schema = 'public' order by table_name, column_name`;
  const result: Record<string, string> = {};
  for (const [who, identity] of Object.entries(identities())) {
    for (const table of tables.filter((one) => only === undefined || one.name === only)) {
      const column = table.name === "sessions" ? "count(id)" : "count(*)";
      result[`${who} sees ${table.name}`] = await attempt(identity, async (tx) => {
        const [row] = await tx.execute<{ count: number }>(
          sql.raw(`select ${column}::int as count from public."${table.name}"`),
        );
        return row?.count;
      });
      const own = updatable.find((one) => one.table === table.name)?.column;
      if (own) {
        const value = table.name === "sessions" ? "now()" : `"${own}"`;
        result[`${who} changes ${table.name}`] = await attempt(
          identity,
          changed(sql.raw(`update public."${table.name}" set "${own}" = ${value}`) as ReturnType<typeof sql>),
        );
      }
      result[`${who} deletes ${table.name}`] = await attempt(
        identity,
        changed(sql.raw(`delete from public."${table.name}"`) as ReturnType<typeof sql>),
      );
      for (const [at, row] of table.rows.entries()) {
        result[`${who} adds ${table.name} ${at}`] = await attempt(
          identity,
          changed(
            sql`insert into ${sql.identifier(table.name)} select * from jsonb_populate_record(null::${sql.identifier(table.name)}, ${row}::jsonb)`,
          ),
        );
      }
    }
  }
  const door = doorIdentity();
  const doors: Record<string, ReturnType<typeof sql>> = {
    resume: sql`select count(*) as c from app.resume()`,
    attempt: sql`select app.note_attempt('somebody', 10, interval '1 year') as c`,
    forget: sql`select app.forget_attempts('somebody') as c`,
    account: sql`select count(*) as c from app.find_account(${`${ours.patient.memberId}@example.test`})`,
    open: sql`select count(*) as c from app.open_session(${ours.otherPatient.accountId}, gen_random_uuid(), 'new hash', '', gen_random_uuid())`,
    pending: sql`select count(*) as c from app.pending_secret(${hashToken(planted.pendingSession)})`,
    code: sql`select count(*) as c from app.complete_second_factor(${hashToken(planted.pendingSession)}, 5, null, gen_random_uuid(), 'h', gen_random_uuid())`,
    recovery: sql`select count(*) as c from app.complete_second_factor(${hashToken(planted.pendingSession)}, null, 'hash', gen_random_uuid(), 'h', gen_random_uuid())`,
    invitation: sql`select count(*) as c from app.find_invitation(${hashToken(planted.invitation)}, now())`,
    redeem: sql`select count(*) as c from app.redeem_invitation(${hashToken(planted.invitation)}, now(), null, gen_random_uuid(), 'h', gen_random_uuid(), gen_random_uuid())`,
    request: sql`select app.request_reset(${`${ours.patient.memberId}@example.test`}, gen_random_uuid(), 'h', gen_random_uuid(), 's', 'b') as c`,
    reset: sql`select count(*) as c from app.redeem_reset(${hashToken(planted.reset)}, 'h', gen_random_uuid())`,
    serve: sql`select count(*) filter (where has_settings) || '/' || count(*) filter (where has_reminders) || '/' ||
      count(*) filter (where has_mail) as c from app.clinics_to_serve(now() + interval '1 minute')`,
    off: sql`select app.turn_off_reminders(${hashToken(planted.off)}, now(), gen_random_uuid()) as c`,
    calendar: sql`select count(*) as c from app.find_calendar(${hashToken(planted.calendar)})`,
    findReset: sql`select count(*) as c from app.find_reset(${hashToken(planted.reset)})`,
  };
  for (const [name, statement] of Object.entries(doors)) {
    for (const [who, identity] of [
      ["door", door],
      ["patient", ours.patient.identity],
    ] as const) {
      result[`${who} calls ${name}`] = await attempt(identity, async (tx) => {
        const [row] = await tx.execute<{ c: unknown }>(statement);
        return row?.c;
      });
    }
  }
  return result;
}

describe("what each sees of another clinic, or of another patient", () => {
  test("nobody sees a row of a clinic that is not theirs", async () => {
    const foreign = Object.entries(identities()).filter(([who]) => who !== "stranger" && who !== "strangePatient");
    for (const table of tables.filter((one) => one.clinic)) {
      for (const [who, identity] of foreign) {
        const seen = await attempt(identity, count(table.name, `where clinic_id = '${theirs.id}'`));
        expect({ who, table: table.name, seen }).toEqual({
          who,
          table: table.name,
          seen: expect.stringMatching(/^(0|42501)$/),
        });
      }
    }
  });

  test("a patient of the same clinic sees nothing of another's record", async () => {
    const record = [
      "plans",
      "plan_drafts",
      "plan_versions",
      "phases",
      "plan_items",
      "practice_logs",
      "reading_receipts",
      "response_drafts",
      "responses",
      "scores",
      "questionnaire_requests",
      "response_reviews",
      "messages",
    ];
    for (const table of record) {
      expect([table, await attempt(ours.otherPatient.identity, count(table))]).toEqual([table, "0"]);
    }
    expect(await attempt(ours.otherPatient.identity, count("patients"))).toBe("1");
    expect(await attempt(ours.otherPatient.identity, count("draft_answers"))).toBe("0");
  });

  test("an administrator sees no health record", async () => {
    for (const table of [
      "plans",
      "plan_items",
      "practice_logs",
      "responses",
      "scores",
      "response_drafts",
      "draft_answers",
      "questionnaire_requests",
      "response_reviews",
      "messages",
    ]) {
      expect([table, await attempt(ours.admin.identity, count(table))]).toEqual([table, "0"]);
    }
  });

  test("SQL slipped into the portal's role reads no foreign row, and cannot take another identity", async () => {
    const injected = [
      "select count(*)::int as c from patients where clinic_id <> app.clinic_id()",
      "select count(*)::int as c from (select set_config('app.identity', 'system', true)) s, patients",
      `select count(*)::int as c from patients where clinic_id = '${theirs.id}' or 1 = 1 and clinic_id <> '${ours.id}'`,
    ];
    for (const statement of injected) {
      const seen = await attempt(
        ours.patient.identity,
        async (tx) => (await tx.execute<{ c: number }>(sql.raw(statement)))[0]?.c,
      );
      expect([statement, seen]).toEqual([statement, expect.stringMatching(/^[01]$/)]);
    }
    for (const statement of [
      "select token_hash from sessions",
      "select * from app.keys",
      "set role plumbline_definer",
    ]) {
      expect([statement, await attempt(ours.patient.identity, async (tx) => tx.execute(sql.raw(statement)))]).toEqual([
        statement,
        "42501",
      ]);
    }
  });
});

test("every policy is needed: dropping any one changes what somebody can reach", async () => {
  const admin = database.admin();
  const whole = await snapshot();
  // The probes must reach something, or dropping a policy could not show.
  for (const probe of [
    "patient sees practice_logs",
    "clinician changes plans",
    "door calls open",
    "door calls redeem",
    "admin sees audit_events",
  ]) {
    expect([probe, whole[probe]]).not.toEqual([probe, expect.stringMatching(/^(0|42501|fault)$/)]);
  }
  const policies = await admin<{ table: string; name: string; definition: string }[]>`
    select tablename as table, policyname as name, format('create policy %I on public.%I as %s for %s to %s%s%s', policyname, tablename, permissive, cmd,
      array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')') as definition
    from pg_policies where schemaname = 'public' order by 1, 2`;
  expect(policies.length).toBeGreaterThan(50);
  const unneeded: string[] = [];
  for (const policy of policies) {
    await admin.unsafe(`drop policy "${policy.name}" on public."${policy.table}"`);
    const without = await snapshot(policy.table);
    if (Object.entries(without).every(([probe, outcome]) => whole[probe] === outcome))
      unneeded.push(`${policy.table}: ${policy.name}`);
    await admin.unsafe(policy.definition);
  }
  expect(unneeded).toEqual([]);
  expect(await snapshot()).toEqual(whole);
}, 60_000);
