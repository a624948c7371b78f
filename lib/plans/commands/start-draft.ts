import { planDrafts } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { draftOf, lockPlan } from "../queries/plan";
import { versionTexts } from "../queries/versions";
import { startDraftSchema } from "../schemas";

/**
 * Opens the text of a plan for change: the draft there is, or a new one from the version in force with the same keys. Throws
 * conflict when the plan has ended.
 */
export const startDraft = command({
  can: "plans.start-draft",
  input: startDraftSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { planId, patientId, currentVersion } = await lockPlan(tx, actor, input.planId, now);
    if (patientId !== input.patientId) throw new AppError("not-found");
    const existing = await draftOf(tx, actor, planId);
    const detail = { planId, baseVersion: currentVersion };
    if (existing) {
      audit({ subjectType: "plan-draft", subjectId: existing.id, patientId, detail: { ...detail, isNew: false } });
      return { planId, revision: existing.revision, baseVersion: existing.baseVersion };
    }
    const [inForce] = await versionTexts(tx, actor, patientId, { planId, number: currentVersion });
    await tx.insert(planDrafts).values({
      clinicId: actor.clinicId,
      id: input.id,
      planId,
      patientId,
      baseVersion: currentVersion,
      revision: 1,
      body: found(inForce).body,
      updatedAt: now,
      updatedBy: actor.memberId,
    });
    audit({ subjectType: "plan-draft", subjectId: input.id, patientId, detail: { ...detail, isNew: true } });
    return { planId, revision: 1, baseVersion: currentVersion };
  },
});
