import { sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { logEvent } from "./log";

/** True when the database answers and holds every migration of this build. A later one than ours is no hindrance. */
export async function isReady(): Promise<boolean> {
  try {
    const [row] = await asActor("", (tx) =>
      tx.execute<{ count: number }>(sql`select count(*)::int as count from drizzle.__drizzle_migrations`),
    );
    return (row?.count ?? 0) >= journal.entries.length;
  } catch (error) {
    logEvent("not ready", {}, error);
    return false;
  }
}

/**
 * What is wrong with the role the portal runs as, in words, or null. It must own nothing, bypass nothing and truncate nothing:
 * row-level security means nothing to a role that is stronger.
 */
export async function roleProblem(): Promise<string | null> {
  const [row] = await asActor("", (tx) =>
    tx.execute<{ superuser: boolean; bypass: boolean; owns: boolean; truncates: boolean; definer: boolean }>(sql`
      select r.rolsuper as superuser, r.rolbypassrls as bypass,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('public', 'app') and pg_has_role(current_user, c.relowner, 'member')) as owns,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'truncate')) as truncates,
        pg_has_role(current_user, 'plumbline_definer', 'member') as definer
      from pg_roles r where r.rolname = current_user`),
  );
  if (!row) return "the database does not know its own role";
  if (row.superuser) return "it is a superuser";
  if (row.bypass) return "it may bypass row-level security";
  if (row.owns) return "it owns tables";
  if (row.truncates) return "it may truncate tables";
  if (row.definer) return "it is a member of plumbline_definer";
  return null;
}
