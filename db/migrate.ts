import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const FOLDER = resolve(import.meta.dirname, "migrations");

/** A connection of the migration role. Notices are kept quiet; the caller ends it. */
export function openAdmin(url: string): postgres.Sql {
  return postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
}

/**
 * Refuses a migration role that row-level security holds back: being forced, it holds for the owner too, and such a role would
 * see no clinic and say nothing about it.
 */
async function checkAdminRole(admin: postgres.Sql): Promise<void> {
  const [role] = await admin<{ name: string; sees: boolean; makes: boolean }[]>`
    select rolname as name, rolsuper or rolbypassrls as sees, rolsuper or rolcreaterole as makes from pg_roles where rolname = current_user`;
  if (role?.sees && role.makes) return;
  throw new Error(
    `the role of DATABASE_ADMIN_URL needs more rights. As a superuser: alter role "${role?.name ?? ""}" bypassrls createrole`,
  );
}

/** Brings tables, policies and functions up to date. Several starts at once wait for one another. Returns how many were applied. */
export async function applyMigrations(admin: postgres.Sql): Promise<number> {
  const applied = async () => {
    const [{ there } = { there: null }] = await admin<{ there: string | null }[]>`
      select to_regclass('drizzle.__drizzle_migrations')::text as there`;
    if (!there) return 0;
    const [row] = await admin<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`;
    return row?.count ?? 0;
  };
  await checkAdminRole(admin);
  await admin`select pg_advisory_lock(7112)`;
  try {
    const before = await applied();
    await migrate(drizzle(admin), { migrationsFolder: FOLDER });
    return (await applied()) - before;
  } finally {
    await admin`select pg_advisory_unlock(7112)`;
  }
}

/**
 * Makes the login role that `appUrl` names, with its password, when it is not there, and lets it do what plumbline_app may do.
 * Run after the migrations, which make plumbline_app.
 */
export async function ensureAppRole(admin: postgres.Sql, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const role = decodeURIComponent(username);
  const [existing] = await admin`select 1 from pg_roles where rolname = ${role}`;
  if (!existing) {
    const [statement] = await admin<{ text: string }[]>`
      select format('create role %I login nosuperuser nocreatedb nocreaterole password %L', ${role}::text,
        ${decodeURIComponent(password)}::text) as text`;
    if (statement) await admin.unsafe(statement.text);
  }
  const [grant] = await admin<{ text: string }[]>`
    select format('grant plumbline_app to %I; grant connect on database %I to %I', ${role}::text, current_database(), ${role}::text) as text`;
  if (grant) await admin.unsafe(grant.text);
}

/** Tells the database the hashes of the door's key and of each clinic's system actor. */
export async function registerKeys(
  admin: postgres.Sql,
  keys: { doorHash: string; systemHash: (clinicId: string) => string; newId: () => string },
): Promise<string[]> {
  await admin`insert into app.keys (kind, hash) values ('door', ${keys.doorHash})
    on conflict (kind) do update set hash = excluded.hash`;
  const clinics = await admin<{ id: string }[]>`select id from clinics order by created_at, id`;
  for (const { id } of clinics) {
    await admin`select app.register_system_session(${id}, ${keys.newId()}, ${keys.systemHash(id)})`;
  }
  return clinics.map((clinic) => clinic.id);
}
