import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { putBack } from "@/db/backup/put-back";
import { takeBackup } from "@/db/backup/take";
import { openAdmin } from "@/db/migrate";
import { newId } from "@/lib/core/ids";
import { folderStore, mediaStore } from "@/lib/core/media-store";
import { readPhoto } from "@/lib/library/queries/photo";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { adminUrl, cloneDatabase, connect } from "@/tests/support/database";
import { putPhotoIn } from "@/tests/support/photo";

const database = testDatabase();
const work = mkdtempSync(join(tmpdir(), "plumbline-backup-"));
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Where photos are kept here, and where a backup in this folder has them. */
const inBackup = (folder: string) => folderStore(join(folder, "media"));
const photos = { from: mediaStore(), to: inBackup };
const photosBack = (folder: string) => ({ from: inBackup(folder), to: folderStore(join(work, "put-back")) });

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
  const taken = await takeBackup(database.admin(), folder, new Date("2026-03-01T00:00:00Z"), photos);
  expect(taken.tables.find((table) => table.name === "patients")?.rows).toBe(2);
  await withEmptyDatabase(async (url) => {
    const admin = openAdmin(url);
    const back = await putBack(admin, folder, photosBack(folder));
    expect(back).toEqual(taken);
    expect(await admin`select * from app.audit_verify(${clinic.id})`).toEqual([]);
    expect(await admin`select count(*)::int as count from sessions`).toEqual([{ count: 0 }]);
    await admin.end();
  });
});

test("a row that names a later one of its own table is put back too: people's clocks differ", async () => {
  const { patient, clinician } = clinic;
  const tail = newId().slice(8);
  const [first, last] = [`00000000${tail}`, `ffffffff${tail}`];
  const row = (id: string, author: string, answers: string | null) => ({
    clinic_id: clinic.id,
    id,
    patient_id: patient.patientId,
    author_id: author,
    answers_id: answers,
    body: "Words",
    sent_at: "2026-03-01T00:00:00Z",
  });
  // More rows than are put back at once stand between the answer, whose id is the lowest there is, and its question.
  const rows = Array.from({ length: 600 }, () => row(newId(), patient.memberId, null));
  rows.push(row(last, patient.memberId, null), row(first, clinician.memberId, last));
  const admin = database.admin();
  await admin`insert into messages ${admin(rows)}`;
  const folder = join(work, "clocks");
  await takeBackup(admin, folder, new Date("2026-03-01T00:00:00Z"), photos);
  await withEmptyDatabase(async (url) => {
    const empty = openAdmin(url);
    await putBack(empty, folder, photosBack(folder));
    expect(await empty`select count(*)::int as count from messages`).toEqual([{ count: 602 }]);
    await empty.end();
  });
});

test("a damaged backup is refused and nothing is restored", async () => {
  const folder = join(work, "damaged");
  await takeBackup(database.admin(), folder, new Date(), photos);
  writeFileSync(join(folder, "memberships.jsonl.gz"), gzipSync(""));
  await withEmptyDatabase(async (url) => {
    const admin = openAdmin(url);
    await expect(putBack(admin, folder, photosBack(folder))).rejects.toThrow(/damaged/);
    expect(await admin`select count(*)::int as count from clinics`).toEqual([{ count: 0 }]);
    await admin.end();
  });
});

describe("photos", () => {
  const at = new Date("2026-03-01T00:00:00Z");
  const kept = (folder: string) =>
    readdirSync(folder, { recursive: true }).filter((name) => /\/[0-9a-f]{64}$/.test(`${name}`));

  test("that are kept in DATA_DIR are in it, and are put back; what no row names is not", async () => {
    const id = await putPhotoIn(clinic.clinician, at);
    const shown = await readPhoto(clinic.clinician, { id });
    await photos.from.put({ clinicId: clinic.id, sha256: "0".repeat(64) }, new Uint8Array([1]), "image/webp");
    const folder = join(work, "photos");
    const manifest = await takeBackup(database.admin(), folder, at, photos);
    expect(manifest.photos).toEqual({ copied: 1, lost: 0 });
    await withEmptyDatabase(async (url) => {
      const admin = openAdmin(url);
      const { to, from } = photosBack(folder);
      await putBack(admin, folder, { to, from });
      const [row] = await admin<{ sha256: string }[]>`select sha256 from library_media where id = ${id}`;
      const back = await to.get({ clinicId: clinic.id, sha256: row?.sha256 ?? "" });
      expect(Buffer.from(back ?? [])).toEqual(Buffer.from(shown.bytes));
      expect(kept(join(work, "put-back"))).toHaveLength(1);
      await admin.end();
    });
  });

  test("that were changed in it are seen, and nothing is restored", async () => {
    await putPhotoIn(clinic.clinician, at);
    const folder = join(work, "photos-damaged");
    await takeBackup(database.admin(), folder, at, photos);
    for (const name of kept(join(folder, "media"))) writeFileSync(join(folder, "media", `${name}`), "changed");
    await withEmptyDatabase(async (url) => {
      const admin = openAdmin(url);
      await expect(putBack(admin, folder, photosBack(folder))).rejects.toThrow(/damaged: its photos/);
      expect(await admin`select count(*)::int as count from clinics`).toEqual([{ count: 0 }]);
      await admin.end();
    });
  });

  test("that are lost are counted, and the rest is carried", async () => {
    await putPhotoIn(clinic.clinician, at);
    const nowhere = { from: folderStore(join(work, "nowhere")), to: inBackup };
    const folder = join(work, "photos-lost");
    const manifest = await takeBackup(database.admin(), folder, at, nowhere);
    expect(manifest.photos).toEqual({ copied: 0, lost: 1 });
    await withEmptyDatabase(async (url) => {
      const admin = openAdmin(url);
      await expect(putBack(admin, folder, photosBack(folder))).resolves.toEqual(manifest);
      await admin.end();
    });
  });

  test("that are in a bucket are left to its owner", async () => {
    const folder = join(work, "bucket");
    const manifest = await takeBackup(database.admin(), folder, at, null);
    expect(manifest.photos).toBeNull();
    await withEmptyDatabase(async (url) => {
      const admin = openAdmin(url);
      await expect(putBack(admin, folder, photosBack(folder))).resolves.toEqual(manifest);
      await admin.end();
    });
  });
});

test("a database that holds data is refused", async () => {
  const folder = join(work, "again");
  await takeBackup(database.admin(), folder, new Date(), photos);
  const admin = openAdmin(adminUrl(database.name()));
  await expect(putBack(admin, folder, photosBack(folder))).rejects.toThrow(/not empty/);
  await admin.end();
});

test("the portal's own role cannot write an empty backup: it is refused", async () => {
  const web = connect(process.env.DATABASE_URL ?? "");
  await expect(takeBackup(web, join(work, "refused"), new Date(), photos)).rejects.toThrow(
    /row-level security|permission denied/,
  );
  await web.end();
});
