import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

/** One template a run, so that two runs on one server do not meet. */
export const template = () => process.env.TEST_TEMPLATE ?? "plumbline_test_template";

/** The secrets the tests run with; set before anything reads the environment. */
export function setTestEnvironment(): void {
  process.env.APP_SECRET ??= "test-app-secret-of-enough-characters-000000";
  process.env.DOOR_SECRET ??= "test-door-secret-of-enough-characters-00000";
  process.env.ENCRYPTION_KEY ??= Buffer.alloc(32, 7).toString("base64url");
  process.env.NEXTAUTH_SECRET ??= "test-nextauth-secret-of-enough-characters-0";
  process.env.VAPID_PUBLIC_KEY ??=
    "BASuT9KS3mKKoACBn8ypmx33ERl9WGItYMtvybhDs4jvRmne23zbWf28_P8vtvcX4PL9xN82K3Eh8hUcYwiX3Oc";
  process.env.VAPID_PRIVATE_KEY ??= "Lb2nE6ABXTzUjnOIaP9TlMwB9cFqLzGPCtl08DyehF8";
}

/** A folder for what a run keeps in files; the processes it starts inherit it. */
export function makeDataFolder(): { folder: string; drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-test-data-"));
  process.env.DATA_DIR = folder;
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The superuser's address of a database of the test cluster; `npm test` starts the cluster and says where it is. */
export function adminUrl(database: string): string {
  const base = process.env.TEST_DATABASE_ADMIN_URL;
  if (!base) throw new Error("TEST_DATABASE_ADMIN_URL is not set: run these through `npm test -- integration`");
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

/** The same database as the portal's own role sees it. */
export function appUrl(database: string): string {
  const url = new URL(adminUrl(database));
  url.username = "plumbline_test_web";
  url.password = "web";
  return url.href;
}

export function connect(url: string): postgres.Sql {
  return postgres(url, { max: 2, onnotice: () => undefined });
}

/** Clones the template under a new name and points the portal's own connection at it. */
export async function cloneDatabase(): Promise<{ name: string; drop: () => Promise<void> }> {
  const name = `plumbline_test_${randomBytes(6).toString("hex")}`;
  const server = connect(adminUrl("postgres"));
  await server.unsafe(`create database ${name} template ${template()}`);
  await server.unsafe(`grant connect on database ${name} to plumbline_test_web`);
  process.env.DATABASE_URL = appUrl(name);
  process.env.DATABASE_ADMIN_URL = adminUrl(name);
  return {
    name,
    async drop() {
      await server.unsafe(`drop database if exists ${name} with (force)`);
      await server.end();
    },
  };
}
