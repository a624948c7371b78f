import { and, asc, desc, eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import { protocols, protocolVersions } from "@/db/schema/plans";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import { systemIdentity } from "@/lib/access/tokens";
import { appendAudit } from "@/lib/audit/append";
import { canonicalHash } from "@/lib/core/canonical";
import { newId } from "@/lib/core/ids";
import { referenceOf } from "@/lib/library/catalogue";
import type { LibraryKind } from "@/lib/library/vocabulary";
import type { Content } from "./load-content";

type Text = { slug: string; title: string; body: unknown };

/**
 * Brings the shipped content into one clinic, as its system actor: a text that changed is a new version, one that did not is
 * left alone. What the clinic wrote itself is never touched, and what it retired stays retired. Returns how many versions were
 * written. All or nothing.
 */
export async function syncContent(clinicId: string, content: Content, now: Date): Promise<number> {
  return asActor(systemIdentity(clinicId), async (tx) => {
    let written = await syncLibrary(
      tx,
      clinicId,
      [
        ...content.exercises.map((body) => ({ kind: "exercise" as const, slug: body.slug, title: body.name, body })),
        ...content.articles.map((body) => ({ kind: "article" as const, slug: body.slug, title: body.title, body })),
      ],
      now,
    );
    for (const instrument of content.instruments) {
      written += await syncInstrument(
        tx,
        clinicId,
        { slug: instrument.slug, title: instrument.title, body: instrument },
        now,
      );
    }
    for (const protocol of content.protocols) {
      written += await syncProtocol(tx, clinicId, { slug: protocol.slug, title: protocol.title, body: protocol }, now);
    }
    if (written > 0) {
      await appendAudit(tx, now, "library.sync-content", {
        subjectType: "clinic",
        subjectId: clinicId,
        detail: { versions: written },
      });
    }
    return written;
  });
}

/** The next version of a text, or null when the latest says the same. */
function nextVersion(
  clinicId: string,
  text: Text,
  latest: { number: number; bodyHash: string } | undefined,
  now: Date,
) {
  const bodyHash = canonicalHash(text.body);
  if (latest?.bodyHash === bodyHash) return null;
  return {
    clinicId,
    id: newId(),
    number: (latest?.number ?? 0) + 1,
    title: text.title,
    body: text.body,
    bodyHash,
    createdAt: now,
  };
}

type LibraryText = Text & { kind: LibraryKind };

/** All of the library in a few statements: it is the one part with many texts, and they are looked at again at each start. */
async function syncLibrary(tx: Tx, clinicId: string, texts: LibraryText[], now: Date): Promise<number> {
  if (texts.length === 0) return 0;
  await tx
    .insert(libraryItems)
    .values(texts.map(({ kind, slug }) => ({ clinicId, id: newId(), kind, slug, origin: "shipped", createdAt: now })))
    .onConflictDoNothing();
  const rows = await tx
    .selectDistinctOn([libraryItems.id], {
      id: libraryItems.id,
      reference: sql<string>`${libraryItems.kind} || '/' || ${libraryItems.slug}`,
      number: libraryVersions.number,
      bodyHash: libraryVersions.bodyHash,
    })
    .from(libraryItems)
    .leftJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, libraryItems.clinicId), eq(libraryVersions.itemId, libraryItems.id)),
    )
    .where(and(eq(libraryItems.clinicId, clinicId), eq(libraryItems.origin, "shipped")))
    .orderBy(asc(libraryItems.id), desc(libraryVersions.number));
  const items = new Map(rows.map((row) => [row.reference, row]));
  const versions = texts.flatMap((text) => {
    const item = items.get(referenceOf(text));
    if (!item) throw new Error(`library item ${text.slug} was not kept`);
    const { id, number, bodyHash } = item;
    const latest = number === null || bodyHash === null ? undefined : { number, bodyHash };
    const version = nextVersion(clinicId, text, latest, now);
    return version ? [{ ...version, itemId: id }] : [];
  });
  if (versions.length > 0) await tx.insert(libraryVersions).values(versions);
  return versions.length;
}

async function syncInstrument(tx: Tx, clinicId: string, text: Text, now: Date): Promise<number> {
  await tx
    .insert(instruments)
    .values({ clinicId, id: newId(), slug: text.slug, origin: "shipped", createdAt: now })
    .onConflictDoNothing();
  const [item] = await tx
    .select({ id: instruments.id })
    .from(instruments)
    .where(and(eq(instruments.clinicId, clinicId), eq(instruments.slug, text.slug)));
  if (!item) throw new Error(`instrument ${text.slug} was not kept`);
  const [latest] = await tx
    .select({ number: instrumentVersions.number, bodyHash: instrumentVersions.bodyHash })
    .from(instrumentVersions)
    .where(and(eq(instrumentVersions.clinicId, clinicId), eq(instrumentVersions.instrumentId, item.id)))
    .orderBy(desc(instrumentVersions.number))
    .limit(1);
  const version = nextVersion(clinicId, text, latest, now);
  if (!version) return 0;
  await tx.insert(instrumentVersions).values({ ...version, instrumentId: item.id });
  return 1;
}

async function syncProtocol(tx: Tx, clinicId: string, text: Text, now: Date): Promise<number> {
  await tx
    .insert(protocols)
    .values({ clinicId, id: newId(), slug: text.slug, origin: "shipped", createdAt: now })
    .onConflictDoNothing();
  const [item] = await tx
    .select({ id: protocols.id })
    .from(protocols)
    .where(and(eq(protocols.clinicId, clinicId), eq(protocols.slug, text.slug)));
  if (!item) throw new Error(`protocol ${text.slug} was not kept`);
  const [latest] = await tx
    .select({ number: protocolVersions.number, bodyHash: protocolVersions.bodyHash })
    .from(protocolVersions)
    .where(and(eq(protocolVersions.clinicId, clinicId), eq(protocolVersions.protocolId, item.id)))
    .orderBy(desc(protocolVersions.number))
    .limit(1);
  const version = nextVersion(clinicId, text, latest, now);
  if (!version) return 0;
  await tx.insert(protocolVersions).values({ ...version, protocolId: item.id });
  return 1;
}
