import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { libraryItems, libraryMedia, libraryVersions } from "@/db/schema/library";
import type { Person } from "@/lib/access/actor";
import { canonicalHash } from "@/lib/core/canonical";
import { AppError, type FieldErrors, found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { OwnExercise } from "../schemas";

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
  return found(item);
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
 * "body.media.1.mediaId").
 */
export async function checkReferences(tx: Tx, actor: Person, body: OwnExercise): Promise<void> {
  const slugs = [...body.easier, ...body.harder];
  const photos = body.media.flatMap((one) => (one.kind === "photo" ? [one.mediaId.toLowerCase()] : []));
  const ofClinic = eq(libraryItems.clinicId, actor.clinicId);
  const exercises =
    slugs.length === 0
      ? []
      : await tx
          .select({ slug: libraryItems.slug })
          .from(libraryItems)
          .where(and(ofClinic, eq(libraryItems.kind, "exercise"), inArray(libraryItems.slug, slugs)));
  const stored =
    photos.length === 0
      ? []
      : await tx
          .select({ id: libraryMedia.id })
          .from(libraryMedia)
          .where(and(eq(libraryMedia.clinicId, actor.clinicId), inArray(libraryMedia.id, photos)));
  const known = new Set([...exercises.map(({ slug }) => slug), ...stored.map(({ id }) => id)]);
  const fieldErrors: FieldErrors = {};
  for (const side of ["easier", "harder"] as const) {
    for (const [at, slug] of body[side].entries()) {
      if (!known.has(slug)) fieldErrors[`body.${side}.${at}`] = "This is not in your library. Take it out.";
    }
  }
  for (const [at, one] of body.media.entries()) {
    if (one.kind === "photo" && !known.has(one.mediaId.toLowerCase())) {
      fieldErrors[`body.media.${at}.mediaId`] = "We do not have this photo any more. Put it in again.";
    }
  }
  if (Object.keys(fieldErrors).length > 0) throw new AppError("invalid", { fieldErrors });
}

/** An item the clinic wrote itself, with its first version. `body` has its slug. */
export async function addOwnItem(
  tx: Tx,
  actor: Person,
  item: { id: string; copiedFromId: string | null; body: OwnExercise & { slug: string } },
  now: Date,
): Promise<void> {
  const { id, copiedFromId, body } = item;
  await tx.insert(libraryItems).values({
    clinicId: actor.clinicId,
    id,
    kind: "exercise",
    slug: body.slug,
    origin: "clinic",
    copiedFromId,
    createdAt: now,
  });
  await addVersion(tx, actor, { itemId: id, number: 1, body }, now);
}

/** One more version of an item the clinic wrote itself, under the name of the person who wrote it. */
export async function addVersion(
  tx: Tx,
  actor: Person,
  version: { itemId: string; number: number; body: OwnExercise & { slug: string } },
  now: Date,
): Promise<void> {
  const { itemId, number, body } = version;
  await tx.insert(libraryVersions).values({
    clinicId: actor.clinicId,
    id: newId(),
    itemId,
    number,
    title: body.name,
    body,
    bodyHash: canonicalHash(body),
    writtenById: actor.memberId,
    createdAt: now,
  });
}
