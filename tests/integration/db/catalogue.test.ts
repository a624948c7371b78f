import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { roleProblem } from "@/lib/core/readiness";
import { testDatabase } from "@/tests/support/bench";
import { adminUrl } from "@/tests/support/database";

const database = testDatabase();

type TableRow = { name: string; clinic: boolean; enabled: boolean; forced: boolean; policies: number; key: string[] };

async function tables(): Promise<TableRow[]> {
  return database.admin()<TableRow[]>`
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped) as clinic,
      c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k(num, ord)
        join pg_attribute a on a.attnum = k.num where i.indrelid = c.oid and a.attrelid = c.oid and i.indisprimary order by k.ord) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`;
}

test("every table has forced row-level security and at least one policy", async () => {
  const all = await tables();
  expect(all.length).toBeGreaterThan(25);
  expect(all.filter((table) => !table.enabled || !table.forced || table.policies === 0)).toEqual([]);
});

test("every table of a clinic's data has a primary key that begins with clinic_id", async () => {
  const clinical = (await tables()).filter((table) => table.clinic);
  expect(clinical.filter((table) => table.key[0] !== "clinic_id").map((table) => table.name)).toEqual([]);
});

test("every foreign key between clinic tables begins with clinic_id on both sides", async () => {
  const rows = await database.admin()<{ name: string; from: string; to: string }[]>`
    select k.conname as name, a.attname as from, b.attname as to from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute x where x.attrelid = k.conrelid and x.attname = 'clinic_id')
      and exists (select from pg_attribute x where x.attrelid = k.confrelid and x.attname = 'clinic_id')`;
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => row.from !== "clinic_id" || row.to !== "clinic_id")).toEqual([]);
});

test("every function that looks further than its caller has a fixed search path and is not open to the public", async () => {
  const rows = await database.admin()<{ name: string; definer: boolean; path: string | null; open: boolean }[]>`
    select p.proname as name, p.prosecdef as definer, array_to_string(p.proconfig, ',') as path,
      has_function_privilege('public', p.oid, 'execute') as open
    from pg_proc p where p.pronamespace = 'app'::regnamespace`;
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => row.open || row.path !== 'search_path=""')).toEqual([]);
});

test("the portal's role owns nothing, bypasses nothing, and cannot reach the functions of the migration", async () => {
  expect(await asActor("", async () => roleProblem())).toBeNull();
  const [row] = await database.admin()<{ system: boolean; link: boolean; keys: boolean }[]>`
    select has_function_privilege('plumbline_test_web', 'app.register_system_session(uuid, uuid, text)', 'execute') as system,
      has_function_privilege('plumbline_test_web',
        'app.audit_link(uuid, uuid, text, uuid, timestamptz, text, text, uuid, uuid, jsonb)', 'execute') as link,
      has_table_privilege('plumbline_test_web', 'app.keys', 'select') as keys`;
  expect(row).toEqual({ system: false, link: false, keys: false });
});

test("a role that is too strong is named as such", async () => {
  const kept = process.env.DATABASE_URL;
  const { closePool } = await import("@/db/client");
  await closePool();
  process.env.DATABASE_URL = adminUrl(database.name());
  try {
    expect(await roleProblem()).toBe("it is a superuser");
  } finally {
    await closePool();
    process.env.DATABASE_URL = kept;
  }
});

test("nothing a patient reported or a clinician published can be changed, deleted or truncated by the portal's role", async () => {
  const rows = await database.admin()<{ name: string }[]>`
    select t.name from unnest(array['practice_logs', 'reading_receipts', 'responses', 'scores', 'plan_versions', 'phases',
      'plan_items', 'library_versions', 'instrument_versions', 'protocol_versions', 'audit_events', 'messages', 'library_media']) as t(name)
    where has_any_column_privilege('plumbline_test_web', t.name, 'update') or has_table_privilege('plumbline_test_web', t.name, 'delete')
      or has_table_privilege('plumbline_test_web', t.name, 'truncate')`;
  expect(rows).toEqual([]);
});
