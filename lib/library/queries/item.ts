import { and, asc, countDistinct, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { libraryFavourites, libraryItems, libraryVersions } from "@/db/schema/library";
import { planItems, plans, planVersions } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Figure, figureSchema } from "@/lib/movement/figure-schema";
import { type Article, libraryArticleSchema } from "../article-schema";
import { type LibraryExercise, libraryExerciseSchema } from "../schemas";
import type { Origin } from "../vocabulary";
import { newestVersion } from "./own-items";

export type LinkedItem = { id: string; slug: string; title: string; figure: Figure | null };

/** An item of the library in full, in its newest words. */
export type LibraryItemView = {
  id: string;
  slug: string;
  title: string;
  origin: Origin;
  retiredAt: Date | null;
  favourite: boolean;
  /** The row of the newest words, and its number. */
  versionId: string;
  version: number;
  /** Newest first. `writtenBy` is null for what came with the portal. */
  versions: { number: number; writtenAt: Date; writtenBy: string | null }[];
  copiedFrom: { id: string; title: string } | null;
  /** Plans that have not ended and hold it, in whichever of its versions. */
  usedInPlans: number;
  /** Exercises it names that are still on offer: what asks for less and for more of the same, or what an article speaks of. */
  links: { easier: LinkedItem[]; harder: LinkedItem[]; related: LinkedItem[] };
} & ({ kind: "exercise"; body: LibraryExercise } | { kind: "article"; body: Article });

/** One item of the clinic's library, retired or not, as a clinician reads it before handing it out. */
export const getLibraryItem = query({
  can: "library.list",
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, input: { id } }): Promise<LibraryItemView> => {
    const { copiedFromId, ...item } = found(await itemOf(tx, actor, id));
    const { id: versionId, number: version, title, body } = await newestVersion(tx, actor, id);
    const shared = {
      ...item,
      title,
      versionId,
      version,
      versions: await versionsOf(tx, actor, id),
      copiedFrom: copiedFromId === null ? null : await sourceOf(tx, actor, copiedFromId),
      usedInPlans: await usedInPlans(tx, actor, id),
    };
    if (item.kind === "article") {
      const article = libraryArticleSchema.parse(body);
      const links = await linksOf(tx, actor, { easier: [], harder: [], related: article.relatedExercises });
      return { ...shared, kind: "article", body: article, links };
    }
    const exercise = libraryExerciseSchema.parse(body);
    const { easier, harder } = exercise;
    return {
      ...shared,
      kind: "exercise",
      body: exercise,
      links: await linksOf(tx, actor, { easier, harder, related: [] }),
    };
  },
});

async function itemOf(tx: Tx, actor: Person, id: string) {
  const [row] = await tx
    .select({
      id: libraryItems.id,
      kind: libraryItems.kind,
      slug: libraryItems.slug,
      origin: libraryItems.origin,
      retiredAt: libraryItems.retiredAt,
      copiedFromId: libraryItems.copiedFromId,
      favouriteOf: libraryFavourites.itemId,
    })
    .from(libraryItems)
    .leftJoin(
      libraryFavourites,
      and(
        eq(libraryFavourites.clinicId, libraryItems.clinicId),
        eq(libraryFavourites.itemId, libraryItems.id),
        eq(libraryFavourites.membershipId, actor.memberId),
      ),
    )
    .where(and(eq(libraryItems.clinicId, actor.clinicId), eq(libraryItems.id, id)));
  if (!row) return null;
  const { favouriteOf, origin, ...item } = row;
  return { ...item, origin: origin as Origin, favourite: favouriteOf !== null };
}

async function versionsOf(tx: Tx, actor: Person, itemId: string): Promise<LibraryItemView["versions"]> {
  return tx
    .select({
      number: libraryVersions.number,
      writtenAt: libraryVersions.createdAt,
      writtenBy: memberships.name,
    })
    .from(libraryVersions)
    .leftJoin(
      memberships,
      and(eq(memberships.clinicId, libraryVersions.clinicId), eq(memberships.id, libraryVersions.writtenById)),
    )
    .where(and(eq(libraryVersions.clinicId, actor.clinicId), eq(libraryVersions.itemId, itemId)))
    .orderBy(desc(libraryVersions.number));
}

/** What an item was copied from, by its newest name. */
async function sourceOf(tx: Tx, actor: Person, itemId: string): Promise<{ id: string; title: string }> {
  const { title } = await newestVersion(tx, actor, itemId);
  return { id: itemId, title };
}

type Named = Record<keyof LibraryItemView["links"], readonly string[]>;

/** The exercises named by slug that are still on offer, in the order the text names them, in one statement. */
async function linksOf(tx: Tx, actor: Person, named: Named): Promise<LibraryItemView["links"]> {
  const slugs = [...named.easier, ...named.harder, ...named.related];
  if (slugs.length === 0) return { easier: [], harder: [], related: [] };
  const rows = await tx
    .selectDistinctOn([libraryVersions.itemId], {
      id: libraryItems.id,
      slug: libraryItems.slug,
      title: libraryVersions.title,
      figure: sql<unknown>`${libraryVersions.body}->'figure'`,
    })
    .from(libraryItems)
    .innerJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, libraryItems.clinicId), eq(libraryVersions.itemId, libraryItems.id)),
    )
    .where(
      and(
        eq(libraryItems.clinicId, actor.clinicId),
        eq(libraryItems.kind, "exercise"),
        inArray(libraryItems.slug, slugs),
        isNull(libraryItems.retiredAt),
      ),
    )
    .orderBy(asc(libraryVersions.itemId), desc(libraryVersions.number));
  const items = new Map(
    rows.map((row) => [row.slug, { ...row, figure: row.figure ? figureSchema.parse(row.figure) : null }]),
  );
  const linked = (wanted: readonly string[]) => wanted.flatMap((slug) => items.get(slug) ?? []);
  return { easier: linked(named.easier), harder: linked(named.harder), related: linked(named.related) };
}

async function usedInPlans(tx: Tx, actor: Person, itemId: string): Promise<number> {
  const [row] = await tx
    .select({ count: countDistinct(plans.id) })
    .from(libraryVersions)
    .innerJoin(
      planItems,
      and(eq(planItems.clinicId, libraryVersions.clinicId), eq(planItems.libraryVersionId, libraryVersions.id)),
    )
    .innerJoin(
      planVersions,
      and(eq(planVersions.clinicId, planItems.clinicId), eq(planVersions.id, planItems.planVersionId)),
    )
    .innerJoin(
      plans,
      and(
        eq(plans.clinicId, planVersions.clinicId),
        eq(plans.id, planVersions.planId),
        eq(plans.currentVersion, planVersions.number),
      ),
    )
    .where(and(inScope(actor, plans), eq(libraryVersions.itemId, itemId), isNull(plans.endsOn)));
  return row?.count ?? 0;
}
