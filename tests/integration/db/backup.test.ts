import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { putBack } from "@/db/backup/put-back";
import { takeBackup } from "@/db/backup/take";
import { openAdmin } from "@/db/migrate";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { adminUrl, cloneDatabase, connect } from "@/tests/support/database";

const database = testDatabase();
const work = mkdtempSync(join(tmpdir(), "plumbline-backup-"));
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function withEmptyDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL;
  const empty = await cloneDatabase();
  process.env.DATABASE_URL = url;
  try {
    return await use(adminUrl(empty.name));
  } finally {
    await empty.drop();
  }
}

test("a backup put into an empty database holds every record, and its audit chain is whole", async () => {
  const folder = join(work, "whole");
  const taken = await takeBackup(database.admin(), folder, new Date("2026-03-01T00:00:00Z"));
  expect(taken.tables.find((table) => table.name === "patients")?.rows).toBe(2);
  await withEmptyDatabase(async (url) => {
    const admin = openAdmin(url);
    const back = await putBack(admin, folder);
    expect(back).toEqual(taken);
    expect(await admin`select * from app.audit_verify(${clinic.id})`).toEqual([]);
    expect(await admin`select count(*)::int as count from sessions`).toEqual([{ count: 0 }]);
    await admin.end();
  });
});

test("a damaged backup is refused and nothing is restored", async () => {
  const folder = join(work, "damaged");
  await takeBackup(database.admin(), folder, new Date());
  writeFileSync(join(folder, "memberships.jsonl.gz"), gzipSync(""));
  await withEmptyDatabase(async (url) => {
    const admin = openAdmin(url);
    await expect(putBack(admin, folder)).rejects.toThrow(/damaged/);
    expect(await admin`select count(*)::int as count from clinics`).toEqual([{ count: 0 }]);
    await admin.end();
  });
});

test("a database that holds data is refused", async () => {
  const folder = join(work, "again");
  await takeBackup(database.admin(), folder, new Date());
  const admin = openAdmin(adminUrl(database.name()));
  await expect(putBack(admin, folder)).rejects.toThrow(/not empty/);
  await admin.end();
});

test("the portal's own role cannot write an empty backup: it is refused", async () => {
  const web = connect(process.env.DATABASE_URL ?? "");
  await expect(takeBackup(web, join(work, "refused"), new Date())).rejects.toThrow(
    /row-level security|permission denied/,
  );
  await web.end();
});
