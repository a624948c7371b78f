import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { patients } from "@/db/schema/identity";
import { planDrafts, plans } from "@/db/schema/plans";
import { query } from "@/lib/core/query";
import type { AffectedSide, Region } from "@/lib/identity/vocabulary";

export type PlanReceiver = {
  id: string;
  name: string;
  region: Region;
  side: AffectedSide;
  /** The plan that has not ended: `version` is 0 before the first publishing. Null when there is none. */
  plan: { version: number; hasDraft: boolean } | null;
};

/** The clinic's patients by name, with whether there is a plan something can be added to; one statement. */
export const listReceivers = query({
  can: "identity.list-patients",
  input: z.strictObject({}),
  async run({ tx, actor, listed }): Promise<PlanReceiver[]> {
    const rows = await tx
      .selectDistinctOn([patients.name, patients.id], {
        id: patients.id,
        name: patients.name,
        region: patients.region,
        side: patients.side,
        version: plans.currentVersion,
        draftId: planDrafts.id,
      })
      .from(patients)
      .leftJoin(
        plans,
        and(eq(plans.clinicId, patients.clinicId), eq(plans.patientId, patients.id), isNull(plans.endsOn)),
      )
      .leftJoin(planDrafts, and(eq(planDrafts.clinicId, plans.clinicId), eq(planDrafts.planId, plans.id)))
      .where(eq(patients.clinicId, actor.clinicId))
      .orderBy(asc(patients.name), asc(patients.id));
    listed(rows.length);
    return rows.map(({ region, side, version, draftId, ...person }) => ({
      ...person,
      region: region as Region,
      side: side as AffectedSide,
      plan: version === null ? null : { version, hasDraft: draftId !== null },
    }));
  },
});
