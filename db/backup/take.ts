import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type postgres from "postgres";
import { appliedMigrations, type Manifest, policiesHash, tablesInOrder } from "./manifest";
import { copyPhotos, keptPhotos, type PhotoPlace } from "./photos";

const ROWS_AT_ONCE = 500;

/** Counts the lines and hashes the bytes that flow through. */
export function meter(): Transform & { rows: () => number; sha256: () => string } {
  const hash = createHash("sha256");
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (const byte of chunk) if (byte === 10) rows += 1;
      done(null, chunk);
    },
  });
  return Object.assign(stream, { rows: () => rows, sha256: () => hash.digest("hex") });
}

/** A table as lines of JSON, one a row, read through a cursor. COPY streams of postgres.js 3.4.9 can stall, so they are not used. */
async function* linesOf(sql: postgres.TransactionSql, table: string): AsyncGenerator<string> {
  const rows = sql.unsafe<{ line: string }[]>(`select to_jsonb(t)::text as line from public."${table}" t order by 1`);
  for await (const batch of rows.cursor(ROWS_AT_ONCE)) yield `${batch.map((row) => row.line).join("\n")}\n`;
}

/** Photos to carry; `to` is given the unfinished folder. */
type Photos = { from: PhotoPlace; to: (folder: string) => PhotoPlace };

/**
 * Writes all of a database's records into a new folder, as of one moment, while the portal runs: one gzipped file a table, the
 * photos, unless they are in a bucket and null is given, and a manifest with counts and hashes. The role must be allowed to see
 * every row; one that is not is refused by the database instead of writing an empty backup.
 */
export async function takeBackup(
  admin: postgres.Sql,
  folder: string,
  at: Date,
  photos: Photos | null,
): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: false, mode: 0o700 });
  const { kept, ...records } = await admin.begin("isolation level repeatable read read only", async (sql) => {
    await sql`set local row_security = off`;
    await sql`set local statement_timeout = 0`;
    const tables: Manifest["tables"] = [];
    for (const name of await tablesInOrder(sql)) {
      const counter = meter();
      const target = createWriteStream(join(unfinished, `${name}.jsonl.gz`), { mode: 0o600 });
      await pipeline(Readable.from(linesOf(sql, name)), counter, createGzip(), target);
      tables.push({ name, rows: counter.rows(), sha256: counter.sha256() });
    }
    return {
      format: 1 as const,
      takenAt: at.toISOString(),
      migrations: await appliedMigrations(sql),
      policies: await policiesHash(sql),
      tables,
      kept: await keptPhotos(sql),
    };
  });
  // A photo is there before its row is and never changes, so those of that moment can be copied after it.
  const carried = photos ? await copyPhotos(kept, photos.from, photos.to(unfinished)) : null;
  const manifest: Manifest = { ...records, photos: carried };
  await writeFile(join(unfinished, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, folder);
  return manifest;
}
