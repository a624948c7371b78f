import { planPauses } from "@/db/schema/progression";
import { command } from "@/lib/core/command";
import { AppError, invalidField } from "@/lib/core/errors";
import { pausePlanSchema } from "../course-schemas";
import { untilProblem } from "../pauses";
import { pausablePlan } from "../queries/pausing";
import { endPauses } from "../writes/end-pauses";

/**
 * Lets a patient's plan rest from today, where the patient is, to a day or until somebody goes on with it. A clinician does it for a
 * patient, a patient for themselves. A pause the plan is in already is ended, and this one takes its place. Throws conflict without a
 * published plan that runs, and invalid for a last day that has gone by or is more than a year ahead.
 */
export const pausePlan = command({
  can: "plans.pause",
  input: pausePlanSchema,
  once: true,
  async run({ tx, actor, now, input: { id, patientId, reason, until }, audit }) {
    const { today, planId } = await pausablePlan(tx, actor, patientId, now);
    if (planId === null) {
      throw new AppError("conflict", { message: "There is no plan in force, so there is nothing to pause." });
    }
    const problem = untilProblem(until, today);
    if (problem) throw invalidField("until", problem);
    await endPauses(tx, actor, planId, today);
    const days = { startsOn: today, endsOn: until };
    const set = { setAt: now, setBy: actor.memberId };
    await tx.insert(planPauses).values({ clinicId: actor.clinicId, id, planId, patientId, ...days, reason, ...set });
    audit({ subjectType: "plan-pause", subjectId: id, patientId, detail: { planId, ...days, reason } });
    return { planId, ...days };
  },
});
