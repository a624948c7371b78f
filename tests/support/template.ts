import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import postgres from "postgres";
import { closePool } from "@/db/client";
import { foundClinic } from "@/db/found-clinic";
import { applyMigrations, ensureAppRole, registerKeys } from "@/db/migrate";
import { doorIdentity, systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import { type Content, loadContent } from "@/lib/jobs/content/load-content";
import { syncContent } from "@/lib/jobs/content/sync-content";
import { adminUrl, appUrl, cloneDatabase, connect, makeDataFolder, setTestEnvironment, template } from "./database";
import { keepShipped } from "./shipped";

/** vitest's global set-up: the template is made once a run and dropped after it. */
export async function setup(): Promise<() => Promise<void>> {
  process.env.TEST_TEMPLATE = `plumbline_template_${randomBytes(4).toString("hex")}`;
  const data = makeDataFolder();
  const content = loadContent(join(import.meta.dirname, "../.."));
  process.env.TEST_CONTENT = join(data.folder, "content");
  writeFileSync(process.env.TEST_CONTENT, serialize(content));
  await makeTemplate(content);
  return async () => {
    data.drop();
    const server = connect(adminUrl("postgres"));
    await server.unsafe(`drop database if exists ${template()} with (force)`);
    await server.end();
  };
}

/** Makes the migrated template that each test file's database is cloned from, with what ships at hand for its clinics. */
async function makeTemplate(content: Content): Promise<void> {
  setTestEnvironment();
  const server = connect(adminUrl("postgres"));
  await server.unsafe(`create database ${template()}`);
  await server.end();
  const admin = postgres(adminUrl(template()), { max: 1, onnotice: () => undefined });
  await applyMigrations(admin);
  await ensureAppRole(admin, appUrl(template()));
  await registerKeys(admin, { doorHash: doorIdentity(), systemHash: systemIdentity, newId });
  await admin.end();
  const first = await cloneDatabase();
  const [from, into] = [connect(adminUrl(first.name)), connect(adminUrl(template()))];
  const id = newId();
  const clinic = { id, name: "First", timeZone: "Europe/London", isDemo: false };
  await foundClinic(from, { ...clinic, systemId: newId(), systemHash: systemIdentity(id) });
  await syncContent(id, content, new Date(0));
  await keepShipped(from, id, into);
  await closePool();
  await Promise.all([from.end(), into.end()]);
  await first.drop();
  // Whatever forgets to make a database of its own must not find that one's address.
  delete process.env.DATABASE_URL;
  delete process.env.DATABASE_ADMIN_URL;
}
