import type { Tx } from "@/db/client";
import { protocolVersions } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { canonicalHash } from "@/lib/core/canonical";
import { ownProtocolSchema, type Protocol } from "../protocol-schema";

/** Keeps a text as a version of a protocol. */
export async function addProtocolVersion(
  tx: Tx,
  actor: Person,
  version: { id: string; protocolId: string; number: number; body: Protocol },
  now: Date,
): Promise<void> {
  const { id, protocolId, number } = version;
  const body = ownProtocolSchema.parse(version.body);
  const kept = { title: body.title, body, bodyHash: canonicalHash(body), createdAt: now };
  await tx.insert(protocolVersions).values({ clinicId: actor.clinicId, id, protocolId, number, ...kept });
}
