import { and, eq } from "drizzle-orm";
import { planDrafts, plans } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { currentDraft, lockPlan } from "../queries/plan";
import { discardDraftSchema } from "../schemas";

/**
 * Throws a draft away; the version in force stays. A plan that was never published ends with its draft. Throws conflict when
 * the draft moved on since the form was made.
 */
export const discardDraft = command({
  can: "plans.discard-draft",
  input: discardDraftSchema,
  async run({ tx, actor, now, input, audit }) {
    const plan = await lockPlan(tx, actor, input.planId, now);
    const { planId, patientId, currentVersion, today } = plan;
    const draft = await currentDraft(tx, actor, plan, input.revision);
    await tx.delete(planDrafts).where(and(eq(planDrafts.clinicId, actor.clinicId), eq(planDrafts.id, draft.id)));
    if (currentVersion === 0) {
      await tx
        .update(plans)
        .set({ endsOn: today })
        .where(and(eq(plans.clinicId, actor.clinicId), eq(plans.id, planId)));
    }
    const detail = { planId, revision: draft.revision, planEnded: currentVersion === 0 };
    audit({ subjectType: "plan-draft", subjectId: draft.id, patientId, detail });
    return { planId };
  },
});
