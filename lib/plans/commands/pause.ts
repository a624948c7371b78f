import { planPauses } from "@/db/schema/progression";
import { command } from "@/lib/core/command";
import { AppError, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { pausePlanSchema } from "../course-schemas";
import { untilProblem } from "../pauses";
import { pausablePlans } from "../queries/pausing";
import { endPauses } from "../writes/end-pauses";

/**
 * Lets a patient's plan rest, or all of them, from today, where the patient is, to a day or until somebody goes on with it. A clinician
 * does it for a patient, a patient for themselves. A pause the plan is in already is ended, and this one takes its place. Throws
 * conflict without such a plan in force, and invalid for a last day that has gone by or is more than a year ahead.
 */
export const pausePlan = command({
  can: "plans.pause",
  input: pausePlanSchema,
  once: true,
  async run({ tx, actor, now, input: { id, patientId, planId: asked, reason, until }, audit }) {
    const { today, plans } = await pausablePlans(tx, actor, patientId, now, asked);
    if (plans.length === 0) {
      throw new AppError("conflict", { message: "There is no plan in force, so there is nothing to pause." });
    }
    const problem = untilProblem(until, today);
    if (problem) throw invalidField("until", problem);
    const days = { startsOn: today, endsOn: until };
    const set = { setAt: now, setBy: actor.memberId };
    for (const [at, { planId }] of plans.entries()) {
      const pauseId = at === 0 ? id : newId();
      await endPauses(tx, actor, planId, today);
      await tx
        .insert(planPauses)
        .values({ clinicId: actor.clinicId, id: pauseId, planId, patientId, ...days, reason, ...set });
      audit({ subjectType: "plan-pause", subjectId: pauseId, patientId, detail: { planId, ...days, reason } });
    }
    return { planIds: plans.map(({ planId }) => planId), ...days };
  },
});
