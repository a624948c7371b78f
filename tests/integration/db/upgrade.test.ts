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

/** A database of its own that stands where the first migrations left it. */
async function withOld(count: number, work: (admin: postgres.Sql) => Promise<void>): Promise<void> {
  const name = `plumbline_upgrade_${randomBytes(4).toString("hex")}`;
  const server = connect(adminUrl("postgres"));
  await server.unsafe(`create database ${name}`);
  const admin = openAdmin(adminUrl(name));
  try {
    await migrateTo(admin, count);
    await work(admin);
  } finally {
    await admin.end();
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  }
}

test("a library of the release before is kept, still read, and can be searched", () =>
  withOld(2, async (admin) => {
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
  }));

test("what was declined before it was kept with the answers is taken from the copies that were sent", () =>
  withOld(9, async (admin) => {
    const [clinicId, patientId, itemKey, other] = [newId(), newId(), newId(), newId()];
    const [first, second, paper] = [newId(), newId(), newId()];
    // Of what the rows refer to only these tables matter here.
    await admin`set session_replication_role = replica`;
    const copy = async (correctsId: string | null, answers: Record<string, number | null>) => {
      const id = newId();
      await admin`insert into response_drafts (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, started_at, submitted_at,
          corrects_id)
        values (${clinicId}, ${id}, ${patientId}, ${itemKey}, '2026-01-05', ${other}, now(), now(), ${correctsId})`;
      for (const [itemId, value] of Object.entries(answers)) {
        await admin`insert into draft_answers (clinic_id, draft_id, item_id, value, answered_at)
          values (${clinicId}, ${id}, ${itemId}, ${value}, now())`;
      }
    };
    const sent = async (id: string, correctsId: string | null, source = "portal") => {
      await admin`insert into responses (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, answers, started_at,
          submitted_at, submitted_on, received_at, submitted_by, corrects_id, source)
        values (${clinicId}, ${id}, ${patientId}, ${itemKey}, '2026-01-05', ${other}, '{}', now(), now(), '2026-01-05', now(), ${other},
          ${correctsId}, ${source})`;
    };
    await copy(null, { kerb: null, evening: 2, breakfast: null });
    await copy(first, { kerb: 3, evening: null });
    await sent(first, null);
    await sent(second, first);
    await sent(paper, null, "paper");
    await admin`set session_replication_role = origin`;

    await applyMigrations(admin);

    const rows = await admin<{ id: string; declined: string[] }[]>`select id, declined from responses`;
    expect(Object.fromEntries(rows.map(({ id, declined }) => [id, declined]))).toEqual({
      [first]: ["breakfast", "kerb"],
      [second]: ["evening"],
      [paper]: [],
    });
  }));
