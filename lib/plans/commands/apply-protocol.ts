import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { planDrafts, plans, protocols, protocolVersions } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { beginPlanSchema } from "../course-schemas";
import { bodyOfProtocol, emptyBody } from "../draft";
import type { Protocol } from "../protocol-schema";
import { runningPlans } from "../queries/plan";

/** The most plans a patient has at a time. Our own choice: nobody keeps more apart. */
const MOST_PLANS = 6;

/**
 * Begins a patient's plan with a draft of a protocol's newest version, or with an empty one. Nothing reaches the patient before it is
 * published. Throws conflict when a plan is running already, unless this one is meant to run beside it, and when there are six.
 */
export const applyProtocol = command({
  can: "plans.apply-protocol",
  input: beginPlanSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { clinicId, memberId } = actor;
    // Held, so that two people cannot each begin a plan for the same patient.
    const [patient] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(eq(patients.clinicId, clinicId), eq(patients.id, input.patientId)))
      .for("no key update");
    const patientId = found(patient).id;
    const running = await runningPlans(tx, actor, patientId);
    if (running.length > 0 && !input.beside) {
      throw new AppError("conflict", {
        message: "This patient already has a plan. Change that one, end it, or start another beside it.",
      });
    }
    if (running.length >= MOST_PLANS) {
      throw new AppError("conflict", {
        message: `This patient has ${running.length} plans, which is as many as there can be. End one first.`,
      });
    }
    const protocol = input.protocolSlug === null ? null : await newestOf(tx, clinicId, input.protocolSlug);
    await tx
      .insert(plans)
      .values({ clinicId, id: input.id, patientId, createdAt: now, createdBy: memberId, currentVersion: 0 });
    await tx.insert(planDrafts).values({
      clinicId,
      id: newId(),
      planId: input.id,
      patientId,
      baseVersion: 0,
      revision: 1,
      body: protocol ? bodyOfProtocol(protocol.body as Protocol, newId) : emptyBody(newId),
      updatedAt: now,
      updatedBy: memberId,
    });
    audit({
      subjectType: "plan",
      subjectId: input.id,
      patientId,
      detail: { protocolVersionId: protocol?.versionId ?? null, plansBeside: running.length },
    });
    return { planId: input.id, revision: 1 };
  },
});

async function newestOf(tx: Tx, clinicId: string, slug: string) {
  const [protocol] = await tx
    .select({ versionId: protocolVersions.id, body: protocolVersions.body })
    .from(protocols)
    .innerJoin(
      protocolVersions,
      and(eq(protocolVersions.clinicId, protocols.clinicId), eq(protocolVersions.protocolId, protocols.id)),
    )
    .where(and(eq(protocols.clinicId, clinicId), eq(protocols.slug, slug), isNull(protocols.retiredAt)))
    .orderBy(desc(protocolVersions.number))
    .limit(1);
  if (!protocol) throw invalidField("protocolSlug", "We do not have this protocol. Choose another.");
  return protocol;
}
