import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { libraryItems, libraryMedia, libraryVersions } from "@/db/schema/library";
import type { Person } from "@/lib/access/actor";
import { canonicalHash } from "@/lib/core/canonical";
import { AppError, type FieldErrors, found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { type KeptText, keptText, type OwnText, slugOfNew } from "../own-text";
import type { LibraryKind } from "../vocabulary";

/**
 * An item of the clinic, held until the transaction ends: changes of one item happen one after the other. Throws not-found. For
 * commands that hold a transaction.
 */
export async function lockItem(tx: Tx, actor: Person, itemId: string) {
  const [item] = await tx
    .select({
      id: libraryItems.id,
      kind: libraryItems.kind,
      slug: libraryItems.slug,
      origin: libraryItems.origin,
      retiredAt: libraryItems.retiredAt,
    })
    .from(libraryItems)
    .where(and(eq(libraryItems.clinicId, actor.clinicId), eq(libraryItems.id, itemId)))
    .for("update");
  const { kind, ...rest } = found(item);
  return { ...rest, kind: kind as LibraryKind };
}

/** The newest words of an item. */
export async function newestVersion(tx: Tx, actor: Person, itemId: string) {
  const [version] = await tx
    .select({
      id: libraryVersions.id,
      number: libraryVersions.number,
      title: libraryVersions.title,
      body: libraryVersions.body,
      bodyHash: libraryVersions.bodyHash,
    })
    .from(libraryVersions)
    .where(and(eq(libraryVersions.clinicId, actor.clinicId), eq(libraryVersions.itemId, itemId)))
    .orderBy(desc(libraryVersions.number))
    .limit(1);
  return found(version);
}

/**
 * Refuses a text that names an exercise or a photo the clinic does not have, with a message at each ("body.easier.0",
 * "body.relatedExercises.2", "body.media.1.mediaId").
 */
export async function checkReferences(tx: Tx, actor: Person, text: OwnText): Promise<void> {
  const links = linksIn(text);
  const photos = photosIn(text);
  const slugs = links.map(({ slug }) => slug);
  const ids = photos.map(({ id }) => id);
  const ofClinic = eq(libraryItems.clinicId, actor.clinicId);
  const exercises =
    slugs.length === 0
      ? []
      : await tx
          .select({ slug: libraryItems.slug })
          .from(libraryItems)
          .where(and(ofClinic, eq(libraryItems.kind, "exercise"), inArray(libraryItems.slug, slugs)));
  const stored =
    ids.length === 0
      ? []
      : await tx
          .select({ id: libraryMedia.id })
          .from(libraryMedia)
          .where(and(eq(libraryMedia.clinicId, actor.clinicId), inArray(libraryMedia.id, ids)));
  const known = new Set([...exercises.map(({ slug }) => slug), ...stored.map(({ id }) => id)]);
  const fieldErrors: FieldErrors = {};
  for (const { field, slug } of links) {
    if (!known.has(slug)) fieldErrors[field] = "This is not in your library. Take it out.";
  }
  for (const { field, id } of photos) {
    if (!known.has(id)) fieldErrors[field] = "We do not have this photo any more. Put it in again.";
  }
  if (Object.keys(fieldErrors).length > 0) throw new AppError("invalid", { fieldErrors });
}

/** The exercises a text names, each with its place in the command's input. */
function linksIn({ kind, body }: OwnText): { field: string; slug: string }[] {
  const lists: Record<string, readonly string[]> =
    kind === "exercise" ? { easier: body.easier, harder: body.harder } : { relatedExercises: body.relatedExercises };
  return Object.entries(lists).flatMap(([name, slugs]) =>
    slugs.map((slug, at) => ({ field: `body.${name}.${at}`, slug })),
  );
}

function photosIn({ kind, body }: OwnText): { field: string; id: string }[] {
  if (kind === "article") return [];
  return body.media.flatMap((one, at) =>
    one.kind === "photo" ? [{ field: `body.media.${at}.mediaId`, id: one.mediaId.toLowerCase() }] : [],
  );
}

/** An item the clinic wrote itself, with its first version. */
export async function addOwnItem(
  tx: Tx,
  actor: Person,
  item: { id: string; copiedFromId: string | null; text: OwnText },
  now: Date,
): Promise<void> {
  const { id, copiedFromId, text } = item;
  const slug = slugOfNew(text, id);
  await tx.insert(libraryItems).values({
    clinicId: actor.clinicId,
    id,
    kind: text.kind,
    slug,
    origin: "clinic",
    copiedFromId,
    createdAt: now,
  });
  await addVersion(tx, actor, { itemId: id, number: 1, text: keptText(text, slug) }, now);
}

/** One more version of an item the clinic wrote itself, under the name of the person who wrote it. */
export async function addVersion(
  tx: Tx,
  actor: Person,
  version: { itemId: string; number: number; text: KeptText },
  now: Date,
): Promise<void> {
  const { itemId, number, text } = version;
  await tx.insert(libraryVersions).values({
    clinicId: actor.clinicId,
    id: newId(),
    itemId,
    number,
    title: text.title,
    body: text.body,
    bodyHash: canonicalHash(text.body),
    writtenById: actor.memberId,
    createdAt: now,
  });
}
