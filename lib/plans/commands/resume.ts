import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { resumePlanSchema } from "../course-schemas";
import { pausablePlans } from "../queries/pausing";
import { endPauses } from "../writes/end-pauses";

/**
 * Goes on with a plan that rests, or with all of them: today, where the patient is, is its first day again. A clinician does it for a
 * patient, a patient for themselves. On a plan that does not rest it changes nothing. Throws conflict without such a plan in force.
 */
export const resumePlan = command({
  can: "plans.resume",
  input: resumePlanSchema,
  async run({ tx, actor, now, input: { patientId, planId }, audit }) {
    const { today, plans } = await pausablePlans(tx, actor, patientId, now, planId);
    if (plans.length === 0) {
      throw new AppError("conflict", { message: "There is no plan in force, so there is nothing to go on with." });
    }
    for (const plan of plans) {
      const ended = await endPauses(tx, actor, plan.planId, today);
      audit({ subjectType: "plan", subjectId: plan.planId, patientId, detail: { today, pauses: ended.length } });
    }
    return { planIds: plans.map((plan) => plan.planId), resumedOn: today };
  },
});
