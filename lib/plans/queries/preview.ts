import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { referenceOf } from "@/lib/library/catalogue";
import { newestTexts } from "@/lib/library/queries";
import { slugsOf } from "../draft";
import { type PlanPreview, previewOf } from "../preview";
import { publishedPlans, timelineOf } from "../queries";
import { draftOf, onePlanSchema, planPatient, runningPlan } from "./plan";

export type PlanPreviewView = PlanPreview & {
  patient: { id: string; name: string };
  planId: string;
  /** True before anything of the plan is published. */
  isFirst: boolean;
};

/** The draft as the patient would see it, were it published now. Not-found when there is no draft. */
export const getPreview = query({
  can: "plans.read-draft",
  input: onePlanSchema,
  run: async ({ tx, actor, now, input, opened }): Promise<PlanPreviewView> => {
    const { id, name, today } = await planPatient(tx, actor, input.patientId, now);
    opened(id);
    const plan = found(await runningPlan(tx, actor, id, input.planId));
    const { body } = found(await draftOf(tx, actor, plan.planId));
    const texts = await newestTexts(tx, actor, slugsOf(body));
    const [published] = await publishedPlans(tx, actor, id, { planId: plan.planId });
    const preview = previewOf(body, {
      startsOn: plan.startsOn ?? today,
      today,
      published: published ? timelineOf(published) : null,
      titleOf: (item) => texts.get(referenceOf(item))?.title ?? item.slug,
      minutesOf: (item) => texts.get(referenceOf(item))?.minutes ?? 0,
    });
    return { ...preview, patient: { id, name }, planId: plan.planId, isFirst: plan.currentVersion === 0 };
  },
});
