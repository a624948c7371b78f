import { and, eq } from "drizzle-orm";
import { planDrafts } from "@/db/schema/plans";
import { canonicalJson } from "@/lib/core/canonical";
import { command } from "@/lib/core/command";
import { AppError, type FieldErrors } from "@/lib/core/errors";
import { referenceOf } from "@/lib/library/catalogue";
import { newestTexts } from "@/lib/library/queries";
import { placesOf, slugsOf } from "../draft";
import { currentDraft, draftOf, lockPlan } from "../queries/plan";
import { saveDraftSchema } from "../schemas";

/**
 * Keeps the text of a draft. Throws conflict when the draft was saved, published or thrown away since the form was made, and
 * invalid when the text names something the clinic's library does not hold. Sending the newest text again is harmless.
 */
export const saveDraft = command({
  can: "plans.save-draft",
  input: saveDraftSchema,
  async run({ tx, actor, now, input, audit }) {
    const plan = await lockPlan(tx, actor, input.planId, now);
    const { planId, patientId } = plan;
    const stored = await draftOf(tx, actor, planId);
    const isRepeat =
      stored?.revision === input.revision + 1 && canonicalJson(stored.body) === canonicalJson(input.body);
    if (stored && isRepeat) {
      const detail = { planId, revision: stored.revision, repeated: true };
      audit({ subjectType: "plan-draft", subjectId: stored.id, patientId, detail });
      return { revision: stored.revision };
    }
    const draft = await currentDraft(tx, actor, plan, input.revision);
    const texts = await newestTexts(tx, actor, slugsOf(input.body));
    const fieldErrors: FieldErrors = {};
    for (const { item, path } of placesOf(input.body)) {
      if (!texts.has(referenceOf(item))) fieldErrors[`${path}.slug`] = "This is not in your library. Take it out.";
    }
    if (Object.keys(fieldErrors).length > 0) throw new AppError("invalid", { fieldErrors });
    const revision = draft.revision + 1;
    await tx
      .update(planDrafts)
      .set({ body: input.body, revision, updatedAt: now, updatedBy: actor.memberId })
      .where(and(eq(planDrafts.clinicId, actor.clinicId), eq(planDrafts.id, draft.id)));
    audit({ subjectType: "plan-draft", subjectId: draft.id, patientId, detail: { planId, revision } });
    return { revision };
  },
});
