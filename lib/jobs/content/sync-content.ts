import { and, desc, eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import { protocols, protocolVersions } from "@/db/schema/plans";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import { systemIdentity } from "@/lib/access/tokens";
import { appendAudit } from "@/lib/audit/append";
import { canonicalHash } from "@/lib/core/canonical";
import { newId } from "@/lib/core/ids";
import type { LibraryKind } from "@/lib/library/vocabulary";
import type { Content } from "./load-content";

type Text = { slug: string; title: string; body: unknown };

/**
 * Brings the shipped content into one clinic, as its system actor: a text that changed is a new version, one that did not is
 * left alone. Returns how many versions were written. All or nothing.
 */
export async function syncContent(clinicId: string, content: Content, now: Date): Promise<number> {
  return asActor(systemIdentity(clinicId), async (tx) => {
    let written = 0;
    for (const exercise of content.exercises) {
      const text = { slug: exercise.slug, title: exercise.name, body: exercise };
      written += await syncLibrary(tx, clinicId, "exercise", text, now);
    }
    for (const article of content.articles) {
      const text = { slug: article.slug, title: article.title, body: article };
      written += await syncLibrary(tx, clinicId, "article", text, now);
    }
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

async function syncLibrary(tx: Tx, clinicId: string, kind: LibraryKind, text: Text, now: Date): Promise<number> {
  const at = { clinicId, id: newId(), kind, slug: text.slug, origin: "shipped", createdAt: now };
  await tx.insert(libraryItems).values(at).onConflictDoNothing();
  const [item] = await tx
    .select({ id: libraryItems.id })
    .from(libraryItems)
    .where(and(eq(libraryItems.clinicId, clinicId), eq(libraryItems.kind, kind), eq(libraryItems.slug, text.slug)));
  if (!item) throw new Error(`library item ${text.slug} was not kept`);
  const [latest] = await tx
    .select({ number: libraryVersions.number, bodyHash: libraryVersions.bodyHash })
    .from(libraryVersions)
    .where(and(eq(libraryVersions.clinicId, clinicId), eq(libraryVersions.itemId, item.id)))
    .orderBy(desc(libraryVersions.number))
    .limit(1);
  const version = nextVersion(clinicId, text, latest, now);
  if (!version) return 0;
  await tx.insert(libraryVersions).values({ ...version, itemId: item.id });
  return 1;
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
