import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { plans, protocols, protocolVersions } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { AppError, found } from "@/lib/core/errors";
import type { Region } from "@/lib/identity/vocabulary";
import type { DraftBody } from "../schemas";
import { emptyPhaseErrors } from "../version";
import { draftOf } from "./plan";
import { versionTexts } from "./versions";

export type PlanText = { patientId: string; region: Region; body: DraftBody };

/**
 * What is written of a plan, or what is in force of it; not-found when there is none. For queries and commands that hold a
 * transaction.
 */
export async function planText(tx: Tx, actor: Person, planId: string, text: "draft" | "in-force"): Promise<PlanText> {
  const [row] = await tx
    .select({ patientId: plans.patientId, currentVersion: plans.currentVersion, region: patients.region })
    .from(plans)
    .innerJoin(patients, and(eq(patients.clinicId, plans.clinicId), eq(patients.id, plans.patientId)))
    .where(and(inScope(actor, plans), eq(plans.id, planId)));
  const { patientId, currentVersion, region } = found(row);
  const body =
    text === "draft"
      ? (await draftOf(tx, actor, planId))?.body
      : (await versionTexts(tx, actor, patientId, { planId, number: currentVersion }))[0]?.body;
  return { patientId, region: region as Region, body: found(body) };
}

/** A protocol the clinic saved, held until the transaction ends, and its newest version. Throws not-found, also for one that ships. */
export async function lockOwnProtocol(tx: Tx, actor: Person, protocolId: string) {
  const [row] = await tx
    .select({ id: protocols.id, slug: protocols.slug, origin: protocols.origin, retiredAt: protocols.retiredAt })
    .from(protocols)
    .where(and(eq(protocols.clinicId, actor.clinicId), eq(protocols.id, protocolId)))
    .for("update");
  const protocol = found(row);
  if (protocol.origin !== "clinic") throw new AppError("not-found");
  const [version] = await tx
    .select({ number: protocolVersions.number, bodyHash: protocolVersions.bodyHash })
    .from(protocolVersions)
    .where(and(eq(protocolVersions.clinicId, actor.clinicId), eq(protocolVersions.protocolId, protocolId)))
    .orderBy(desc(protocolVersions.number))
    .limit(1);
  return { ...protocol, ...found(version) };
}

/** Throws invalid when a plan's text cannot be kept as a protocol: a phase of it is empty. */
export function checkKeepable(body: DraftBody): void {
  const empty = emptyPhaseErrors(body);
  if (empty) throw new AppError("invalid", { message: Object.values(empty)[0], fieldErrors: {} });
}
