import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { expect, test } from "vitest";
import { applyMigrations, ensureAppRole, registerKeys } from "@/db/migrate";
import { doorIdentity, systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import { adminUrl, appUrl, connect, setTestEnvironment } from "@/tests/support/database";

test("an owner that is no superuser, and made the roles without being let act as them, can migrate", async () => {
  setTestEnvironment();
  const name = `plumbline_owner_${randomBytes(4).toString("hex")}`;
  const server = connect(adminUrl("postgres"));
  await server.unsafe(`create role ${name} login bypassrls createrole password 'owner'`);
  // What PostgreSQL 16 and later give to whoever makes a role.
  await server.unsafe(`grant plumbline_app, plumbline_definer to ${name} with admin true, inherit false, set false`);
  await server.unsafe(`create database ${name} owner ${name}`);
  const url = new URL(adminUrl(name));
  url.username = name;
  url.password = "owner";
  const owner = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    expect(await applyMigrations(owner)).toBeGreaterThan(0);
    await ensureAppRole(owner, appUrl(name));
    expect(await registerKeys(owner, { doorHash: doorIdentity(), systemHash: systemIdentity, newId })).toEqual([]);
    await expect(owner`select app.register_system_session(${newId()}, ${newId()}, 'none')`).rejects.toMatchObject({
      code: "23503",
    });
  } finally {
    await owner.end();
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.unsafe(`drop owned by ${name}`);
    await server.unsafe(`drop role ${name}`);
    await server.end();
  }
});
