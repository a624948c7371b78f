import type postgres from "postgres";

/** Tables that hold a clinic's rows, those that point at others before those they point at. */
async function tablesOfClinics(sql: postgres.TransactionSql): Promise<string[]> {
  const tables = await sql<{ name: string; pointsAt: string[] }[]>`
    select c.relname as name, array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "pointsAt"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  const ordered: string[] = [];
  const place = (name: string) => {
    if (ordered.includes(name)) return;
    for (const other of tables) if (other.pointsAt.includes(name)) place(other.name);
    ordered.push(name);
  };
  for (const { name } of tables) place(name);
  return ordered;
}

/** Removes a clinic with all it holds, and the accounts that belong to no other: for a demonstration clinic alone. */
export async function removeClinic(admin: postgres.Sql, clinicId: string): Promise<void> {
  await admin.begin(async (sql) => {
    const accounts = await sql<{ id: string }[]>`
      select account_id as id from memberships where clinic_id = ${clinicId}
      except select account_id from memberships where clinic_id <> ${clinicId}`;
    for (const table of await tablesOfClinics(sql)) await sql`delete from ${sql(table)} where clinic_id = ${clinicId}`;
    const ids = accounts.map(({ id }) => id);
    for (const table of ["password_resets", "one_time_code_secrets", "recovery_codes"]) {
      await sql`delete from ${sql(table)} where account_id = any(${ids}::uuid[])`;
    }
    await sql`delete from accounts where id = any(${ids}::uuid[])`;
    await sql`delete from clinics where id = ${clinicId}`;
  });
}
