import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { patients } from "@/db/schema/identity";
import { planDrafts, plans, planVersions } from "@/db/schema/plans";
import { query } from "@/lib/core/query";
import type { AffectedSide, Region } from "@/lib/identity/vocabulary";
import { planNames, type TitledPlan } from "../plan-names";

/** A plan that has not ended: `version` is 0 before the first publishing. */
export type ReceivingPlan = { planId: string; name: string; version: number; hasDraft: boolean };

export type PlanReceiver = {
  id: string;
  name: string;
  region: Region;
  side: AffectedSide;
  /** Oldest first; empty for somebody without a plan. */
  plans: ReceivingPlan[];
};

/** The clinic's patients by name, each with the plans something can be added to; one statement. */
export const listReceivers = query({
  can: "identity.list-patients",
  input: z.strictObject({}),
  async run({ tx, actor, listed }): Promise<PlanReceiver[]> {
    const rows = await tx
      .select({
        id: patients.id,
        name: patients.name,
        region: patients.region,
        side: patients.side,
        planId: plans.id,
        startsOn: plans.startsOn,
        version: plans.currentVersion,
        title: sql<string>`coalesce(${planVersions.title}, ${planDrafts.body}->>'title', '')`,
        draftId: planDrafts.id,
      })
      .from(patients)
      .leftJoin(
        plans,
        and(eq(plans.clinicId, patients.clinicId), eq(plans.patientId, patients.id), isNull(plans.endsOn)),
      )
      .leftJoin(planDrafts, and(eq(planDrafts.clinicId, plans.clinicId), eq(planDrafts.planId, plans.id)))
      .leftJoin(
        planVersions,
        and(
          eq(planVersions.clinicId, plans.clinicId),
          eq(planVersions.planId, plans.id),
          eq(planVersions.number, plans.currentVersion),
        ),
      )
      .where(eq(patients.clinicId, actor.clinicId))
      .orderBy(asc(patients.name), asc(patients.id), asc(plans.createdAt), asc(plans.id));
    const found = new Map<string, PlanReceiver & { own: TitledPlan[] }>();
    for (const { id, name, region, side, planId, startsOn, version, title, draftId } of rows) {
      const person = found.get(id) ?? {
        id,
        name,
        region: region as Region,
        side: side as AffectedSide,
        plans: [],
        own: [],
      };
      found.set(id, person);
      if (planId === null || version === null) continue;
      person.plans.push({ planId, name: title, version, hasDraft: draftId !== null });
      person.own.push({ planId, title, startsOn });
    }
    listed(found.size);
    return [...found.values()].map(({ own, ...person }) => {
      const names = planNames(own);
      return { ...person, plans: person.plans.map((plan) => ({ ...plan, name: names.get(plan.planId) ?? plan.name })) };
    });
  },
});
