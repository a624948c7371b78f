import type postgres from "postgres";
import { z } from "zod";

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** How many migrations the database held: a backup goes back only into the same shape. */
  migrations: z.number().int(),
  policies: z.string(),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_]+$/), rows: z.number().int(), sha256: z.string() })),
  /** Photos in this backup, and those that were lost before it; null when they are kept in a bucket, which it does not hold. */
  photos: z.strictObject({ copied: z.number().int(), lost: z.number().int() }).nullable().default(null),
});
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * What a backup leaves out: who is signed in, tries at passwords, and links to reset one. After a restore everybody signs in
 * again, so that nothing revoked since comes back to life.
 */
const LEFT_OUT = ["sessions", "sign_in_attempts", "password_resets"];

/** The tables to carry, each after those its foreign keys point at. */
export async function tablesInOrder(sql: postgres.Sql | postgres.TransactionSql): Promise<string[]> {
  const names = (
    await sql<{ name: string }[]>`select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`
  )
    .map((row) => row.name)
    .filter((name) => !LEFT_OUT.includes(name));
  const links = await sql<{ from: string; to: string }[]>`
    select a.relname as from, b.relname as to from pg_constraint k
    join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`;
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const ready = names.filter(
      (name) =>
        !ordered.includes(name) &&
        links.every((link) => link.from !== name || ordered.includes(link.to) || !names.includes(link.to)),
    );
    if (ready.length === 0) throw new Error("the foreign keys form a ring");
    ordered.push(...ready);
  }
  return ordered;
}

/** One hash over every row-level-security policy, to see that a restored database guards the same. */
export async function policiesHash(sql: postgres.Sql | postgres.TransactionSql): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`
    select encode(sha256(convert_to(coalesce(string_agg(p::text, E'\n' order by p.tablename, p.policyname), ''), 'UTF8')), 'hex') as hash
    from pg_policies p where p.schemaname = 'public'`;
  return row?.hash ?? "";
}

export async function appliedMigrations(sql: postgres.Sql | postgres.TransactionSql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}
