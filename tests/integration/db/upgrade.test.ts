import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { expect, test } from "vitest";
import { applyMigrations, openAdmin } from "@/db/migrate";
import { newId } from "@/lib/core/ids";
import { libraryArticleSchema } from "@/lib/library/article-schema";
import { libraryExerciseSchema } from "@/lib/library/schemas";
import { adminUrl, connect } from "@/tests/support/database";
import { articleText, exerciseText } from "@/tests/support/library";

const MIGRATIONS = join(import.meta.dirname, "../../../db/migrations");

type Journal = { entries: { idx: number }[] };

/** Brings a database to where the first migrations left it. */
async function migrateTo(admin: postgres.Sql, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-migrations-"));
  try {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const path = join(folder, "meta/_journal.json");
    const journal: Journal = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx < count) }));
    await migrate(drizzle(admin), { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a library of the release before is kept, still read, and can be searched", async () => {
  const name = `plumbline_upgrade_${randomBytes(4).toString("hex")}`;
  const server = connect(adminUrl("postgres"));
  await server.unsafe(`create database ${name}`);
  const admin = openAdmin(adminUrl(name));
  try {
    await migrateTo(admin, 2);
    const clinicId = newId();
    await admin`insert into clinics (id, name, time_zone, is_demo, created_at) values (${clinicId}, 'Before', 'UTC', false, now())`;
    const { easier: _easier, harder: _harder, figure: _figure, media: _media, ...exercise } = exerciseText();
    const { explorer: _explorer, ...article } = articleText({ slug: "stiff-ankles", title: "Stiff ankles" });
    const texts = [
      { kind: "exercise", slug: "towel-scrunch", title: exercise.name, body: { slug: "towel-scrunch", ...exercise } },
      { kind: "article", slug: article.slug, title: article.title, body: article },
    ];
    for (const { kind, slug, title, body } of texts) {
      const itemId = newId();
      await admin`insert into library_items (clinic_id, id, kind, slug, origin, created_at)
        values (${clinicId}, ${itemId}, ${kind}, ${slug}, 'shipped', now())`;
      await admin`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, created_at)
        values (${clinicId}, ${newId()}, ${itemId}, 1, ${title}, ${JSON.stringify(body)}::text::jsonb, 'hash', now())`;
    }

    expect(await applyMigrations(admin)).toBeGreaterThan(0);

    const found = await admin<{ title: string }[]>`select title from library_versions
      where search @@ to_tsquery('english', 'scrunching') or search @@ to_tsquery('english', 'ankle:*') order by title`;
    expect(found.map(({ title }) => title)).toEqual(["Stiff ankles", "Towel scrunch"]);
    const bodies = await admin<{ kind: string; body: unknown }[]>`select i.kind, v.body from library_versions v
      join library_items i on i.clinic_id = v.clinic_id and i.id = v.item_id order by i.kind`;
    expect(libraryArticleSchema.parse(bodies[0]?.body)).toMatchObject({ explorer: null });
    expect(libraryExerciseSchema.parse(bodies[1]?.body)).toMatchObject({
      figure: null,
      easier: [],
      harder: [],
      media: [],
    });
  } finally {
    await admin.end();
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  }
});
