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

/**
 * Tries statements one by one, each under the identity beside it, and undoes each: what it counts, how many rows it wrote, or the
 * code it was refused with. One call for thousands of them, since a round trip for each would take a minute.
 */
const TRY_EACH = `create function probe.try_each(probes jsonb) returns text[] language plpgsql as $$
  declare probe jsonb; outcome text; outcomes text[] := '{}';
  begin
    for probe in select jsonb_array_elements(probes) loop
      begin
        perform set_config('app.identity', probe ->> 'identity', true);
        if probe ->> 'statement' like 'select%' then
          execute probe ->> 'statement' into outcome;
        else
          execute probe ->> 'statement';
          get diagnostics outcome = row_count;
        end if;
        raise exception using errcode = 'ZZUND', message = coalesce(outcome, 'null');
      exception when others then
        outcomes := outcomes || case sqlstate when 'ZZUND' then sqlerrm else sqlstate end;
      end;
    end loop;
    return outcomes;
  end $$`;

beforeAll(async () => {
  const admin = database.admin();
  await admin`create schema probe`;
  await admin.unsafe(TRY_EACH);
  await admin`grant usage on schema probe to plumbline_test_web`;
  await admin`grant execute on function probe.try_each to plumbline_test_web`;
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

type Probe = { name: string; identity: string; statement: string };

/** How many go in one statement: the portal's role gives up one that takes ten seconds, on a busy machine too. */
const AT_ONCE = 200;

/** The outcome of each probe by its name, as the portal's own role. */
async function tried(probes: readonly Probe[]): Promise<Record<string, string>> {
  const outcomes: string[] = [];
  for (let from = 0; from < probes.length; from += AT_ONCE) {
    const some = JSON.stringify(probes.slice(from, from + AT_ONCE));
    const [row] = await asActor("", (tx) =>
      tx.execute<{ outcomes: string[] }>(sql`select probe.try_each(${some}::jsonb) as outcomes`),
    );
    outcomes.push(...(row?.outcomes ?? []));
  }
  expect(outcomes).toHaveLength(probes.length);
  return Object.fromEntries(probes.map(({ name }, at) => [name, outcomes[at] ?? ""]));
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Everything the portal's role can get at, by identity and table: what it sees, changes, deletes, adds, and what the doors
 * say. With a table named, only that one and the doors: what dropping one of its policies can change.
 */
async function snapshot(only?: string): Promise<Record<string, string>> {
  const admin = database.admin();
  const updatable = await admin<{ table: string; column: string }[]>`
    select distinct on (table_name) table_name as table, column_name as column from information_schema.column_privileges
    where grantee = 'plumbline_app' and privilege_type = 'UPDATE' and table_schema = 'public' order by table_name, column_name`;
  const probes: Probe[] = [];
  for (const [who, identity] of Object.entries(identities())) {
    const add = (name: string, statement: string) => probes.push({ name: `${who} ${name}`, identity, statement });
    for (const table of tables.filter((one) => only === undefined || one.name === only)) {
      const full = `public."${table.name}"`;
      add(`sees ${table.name}`, `select count(${table.name === "sessions" ? "id" : "*"}) from ${full}`);
      const own = updatable.find((one) => one.table === table.name)?.column;
      const value = table.name === "sessions" ? "now()" : `"${own}"`;
      if (own) add(`changes ${table.name}`, `update ${full} set "${own}" = ${value}`);
      add(`deletes ${table.name}`, `delete from ${full}`);
      for (const [at, row] of table.rows.entries()) {
        const again = `select * from jsonb_populate_record(null::${full}, ${quoted(row)}::jsonb)`;
        add(`adds ${table.name} ${at}`, `insert into ${full} ${again}`);
      }
    }
  }
  const [account, member] = [ours.otherPatient.accountId, `${ours.patient.memberId}@example.test`].map(quoted);
  const token = (name: "pendingSession" | "invitation" | "reset" | "off" | "calendar") =>
    quoted(hashToken(planted[name]));
  const some = "gen_random_uuid()";
  const doors: Record<string, string> = {
    resume: "select count(*) from app.resume()",
    attempt: "select app.note_attempt('somebody', 10, interval '1 year')",
    forget: "select app.forget_attempts('somebody')",
    account: `select count(*) from app.find_account(${member})`,
    open: `select count(*) from app.open_session(${account}, ${some}, 'new hash', '', ${some})`,
    pending: `select count(*) from app.pending_secret(${token("pendingSession")})`,
    code: `select count(*) from app.complete_second_factor(${token("pendingSession")}, 5, null, ${some}, 'h', ${some})`,
    recovery: `select count(*) from app.complete_second_factor(${token("pendingSession")}, null, 'hash', ${some}, 'h', ${some})`,
    invitation: `select count(*) from app.find_invitation(${token("invitation")}, now())`,
    redeem: `select count(*) from app.redeem_invitation(${token("invitation")}, now(), null, ${some}, 'h', ${some}, ${some})`,
    request: `select app.request_reset(${member}, ${some}, 'h', ${some}, 's', 'b')`,
    reset: `select count(*) from app.redeem_reset(${token("reset")}, 'h', ${some})`,
    serve: `select count(*) filter (where has_settings) || '/' || count(*) filter (where has_reminders) || '/' ||
      count(*) filter (where has_mail) from app.clinics_to_serve(now() + interval '1 minute')`,
    off: `select app.turn_off_reminders(${token("off")}, now(), ${some})`,
    calendar: `select count(*) from app.find_calendar(${token("calendar")})`,
    findReset: `select count(*) from app.find_reset(${token("reset")})`,
  };
  for (const [door, statement] of Object.entries(doors)) {
    probes.push({ name: `door calls ${door}`, identity: doorIdentity(), statement });
    probes.push({ name: `patient calls ${door}`, identity: ours.patient.identity, statement });
  }
  return tried(probes);
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
