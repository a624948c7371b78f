import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type postgres from "postgres";
import { appliedMigrations, type Manifest, manifestSchema, policiesHash } from "./manifest";
import { copyPhotos, keptPhotos, type PhotoPlace } from "./photos";
import { meter } from "./take";

const ROWS_AT_ONCE = 500;

/** The lines of one table's file, in batches; at the end, its count and hash are held against the manifest. */
async function* batchesOf(folder: string, table: Manifest["tables"][number]): AsyncGenerator<string[]> {
  const counter = meter();
  const file = createReadStream(join(folder, `${table.name}.jsonl.gz`));
  const text = file.pipe(createGunzip()).pipe(counter);
  file.on("error", (error) => counter.destroy(error));
  let batch: string[] = [];
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (batch.push(line) < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  if (counter.rows() !== table.rows || counter.sha256() !== table.sha256) {
    throw new Error(`The backup is damaged: ${table.name} is not what was written. Nothing was restored.`);
  }
}

/** Where the photos of the backup are, and where they go. */
type Photos = { from: PhotoPlace; to: PhotoPlace };

/**
 * Puts a backup into an empty, migrated database, all or nothing, and checks every count and hash and the policies against the
 * manifest. The photos go back before the records are there for good. Throws an Error in plain words when the folder is damaged, is of another version, or the database holds data.
 */
export async function putBack(admin: postgres.Sql, folder: string, photos: Photos): Promise<Manifest> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  return admin.begin(async (sql) => {
    await sql`set local row_security = off`;
    await sql`set local statement_timeout = 0`;
    // A correction or an answer may stand before what it names: ids come from clocks that differ.
    await sql`set constraints all deferred`;
    if ((await appliedMigrations(sql)) !== manifest.migrations) {
      throw new Error(
        `This backup is of a database with ${manifest.migrations} migrations. Restore it with the release that took it, then start the newer one.`,
      );
    }
    const [held] = await sql<{ clinics: number }[]>`select count(*)::int as clinics from clinics`;
    if (held?.clinics !== 0) throw new Error("The database is not empty. Restore into a new one.");
    for (const table of manifest.tables) {
      for await (const batch of batchesOf(folder, table)) {
        await sql.unsafe(
          `insert into public."${table.name}" select * from jsonb_populate_recordset(null::public."${table.name}", $1::text::jsonb)`,
          [`[${batch.join(",")}]`],
        );
      }
      const [row] = await sql.unsafe<{ rows: number }[]>(`select count(*)::int as rows from public."${table.name}"`);
      if (row?.rows !== table.rows) throw new Error(`Only part of ${table.name} arrived. Nothing was restored.`);
    }
    if ((await policiesHash(sql)) !== manifest.policies) {
      throw new Error(
        "The database guards its rows differently from the one that was backed up. Nothing was restored.",
      );
    }
    if (manifest.photos) {
      const { copied } = await copyPhotos(await keptPhotos(sql), photos.from, photos.to);
      if (copied !== manifest.photos.copied) {
        throw new Error("The backup is damaged: its photos are not those that were written. Nothing was restored.");
      }
    }
    return manifest;
  });
}
