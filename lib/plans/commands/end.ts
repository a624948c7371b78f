import { and, eq } from "drizzle-orm";
import { planDrafts, plans } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { lockPlan } from "../queries/plan";
import { endPlanSchema } from "../schemas";

/**
 * Ends a plan: today, where the patient is, is its last day. A text being written for it goes. Throws conflict when the plan
 * has ended before, or was never published.
 */
export const endPlan = command({
  can: "plans.end",
  input: endPlanSchema,
  async run({ tx, actor, now, input, audit }) {
    const { planId, patientId, currentVersion, today } = await lockPlan(tx, actor, input.planId, now);
    if (currentVersion === 0) {
      throw new AppError("conflict", {
        message: "This plan was never published, so there is nothing to end. You can throw its draft away.",
      });
    }
    await tx.delete(planDrafts).where(and(eq(planDrafts.clinicId, actor.clinicId), eq(planDrafts.planId, planId)));
    await tx
      .update(plans)
      .set({ endsOn: today })
      .where(and(eq(plans.clinicId, actor.clinicId), eq(plans.id, planId)));
    audit({ subjectType: "plan", subjectId: planId, patientId, detail: { version: currentVersion, endsOn: today } });
    return { planId, endsOn: today };
  },
});
