import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { resumePlanSchema } from "../course-schemas";
import { pausablePlan } from "../queries/pausing";
import { endPauses } from "../writes/end-pauses";

/**
 * Goes on with a plan that rests: today, where the patient is, is its first day again. A clinician does it for a patient, a patient for
 * themselves. On a plan that does not rest it changes nothing. Throws conflict without a published plan that runs.
 */
export const resumePlan = command({
  can: "plans.resume",
  input: resumePlanSchema,
  async run({ tx, actor, now, input: { patientId }, audit }) {
    const { today, planId } = await pausablePlan(tx, actor, patientId, now);
    if (planId === null) {
      throw new AppError("conflict", { message: "There is no plan in force, so there is nothing to go on with." });
    }
    const ended = await endPauses(tx, actor, planId, today);
    audit({ subjectType: "plan", subjectId: planId, patientId, detail: { today, pauses: ended.length } });
    return { planId, resumedOn: today };
  },
});
