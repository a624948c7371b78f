import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { query } from "@/lib/core/query";
import { type CatalogueItem, referenceOf } from "./catalogue";
import type { Exercise } from "./schemas";
import type { LibraryKind } from "./vocabulary";

/** All that can be added to a plan: exercises, then reading, then questionnaires, each by name. */
export const listLibrary = query({
  can: "library.list",
  input: z.strictObject({}),
  run: async ({ tx, actor }): Promise<CatalogueItem[]> => {
    const items = [...(await newestTexts(tx, actor)).values()];
    return items.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.title.localeCompare(b.title, "en-GB"));
  },
});

const ORDER = { exercise: 0, article: 1, questionnaire: 2 } as const;

/**
 * The newest words of the clinic's exercises, articles and questionnaires by reference (see referenceOf), in two statements.
 * Without `slugs`, everything still on offer; with them, those, the retired ones too. For queries and commands that already
 * hold a transaction.
 */
export async function newestTexts(
  tx: Tx,
  actor: Person,
  slugs?: readonly string[],
): Promise<Map<string, CatalogueItem>> {
  const found: CatalogueItem[] = [
    ...(await newestOfLibrary(tx, actor, slugs)),
    ...(await newestOfInstruments(tx, actor, slugs)),
  ];
  return new Map(found.map((item) => [referenceOf(item), item]));
}

async function newestOfLibrary(tx: Tx, actor: Person, slugs?: readonly string[]): Promise<CatalogueItem[]> {
  const body = libraryVersions.body;
  const rows = await tx
    .selectDistinctOn([libraryVersions.itemId], {
      kind: libraryItems.kind,
      slug: libraryItems.slug,
      title: libraryVersions.title,
      about: sql<string>`coalesce(${body}->>'purpose', ${body}->>'summary', '')`,
      aliases: sql<string[]>`coalesce(${body}->'aliases', '[]'::jsonb)`,
      minutes: sql<number | null>`(${body}->>'readingMinutes')::int`,
      sided: sql<boolean>`coalesce((${body}->>'sided')::boolean, false)`,
      dose: sql<Exercise["dose"] | null>`${body}->'dose'`,
      retiredAt: libraryItems.retiredAt,
      versionId: libraryVersions.id,
    })
    .from(libraryItems)
    .innerJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, libraryItems.clinicId), eq(libraryVersions.itemId, libraryItems.id)),
    )
    .where(
      and(
        eq(libraryItems.clinicId, actor.clinicId),
        slugs ? inArray(libraryItems.slug, [...slugs]) : isNull(libraryItems.retiredAt),
      ),
    )
    .orderBy(asc(libraryVersions.itemId), desc(libraryVersions.number));
  return rows.map(({ kind, retiredAt, ...row }) => ({
    ...row,
    kind: kind as LibraryKind,
    retired: retiredAt !== null,
  }));
}

async function newestOfInstruments(tx: Tx, actor: Person, slugs?: readonly string[]): Promise<CatalogueItem[]> {
  const body = instrumentVersions.body;
  const rows = await tx
    .selectDistinctOn([instrumentVersions.instrumentId], {
      slug: instruments.slug,
      title: instrumentVersions.title,
      about: sql<string>`coalesce(${body}->>'notice', '')`,
      shortTitle: sql<string>`coalesce(${body}->>'shortTitle', '')`,
      minutes: sql<number | null>`(${body}->>'minutes')::int`,
      retiredAt: instruments.retiredAt,
      versionId: instrumentVersions.id,
    })
    .from(instruments)
    .innerJoin(
      instrumentVersions,
      and(eq(instrumentVersions.clinicId, instruments.clinicId), eq(instrumentVersions.instrumentId, instruments.id)),
    )
    .where(
      and(
        eq(instruments.clinicId, actor.clinicId),
        slugs ? inArray(instruments.slug, [...slugs]) : isNull(instruments.retiredAt),
      ),
    )
    .orderBy(asc(instrumentVersions.instrumentId), desc(instrumentVersions.number));
  return rows.map(({ shortTitle, retiredAt, ...row }) => ({
    ...row,
    kind: "questionnaire" as const,
    aliases: [shortTitle],
    sided: false,
    dose: null,
    retired: retiredAt !== null,
  }));
}
