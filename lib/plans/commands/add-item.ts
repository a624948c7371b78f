import { and, eq } from "drizzle-orm";
import { planDrafts } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { referenceOf } from "@/lib/library/catalogue";
import { newestTexts } from "@/lib/library/queries";
import { phaseInProgress, withAddition } from "../addition";
import { addToPlanSchema } from "../course-schemas";
import { itemFromCatalogue } from "../draft";
import { draftOf, lockPlan, planPatient, runningPlans } from "../queries/plan";
import { versionTexts } from "../queries/versions";

const REFUSALS = {
  none: "This patient has no plan. Begin one with a protocol, then add to it.",
  several: "This patient has several plans. Choose the one it goes into.",
  there: "This is in the plan already, in the phase your patient is in. Open the plan to change it.",
  full: "The phase your patient is in holds as much as it can. Open the plan and take something out first.",
};

/**
 * Adds a thing from the library, with its own dose, to the text of a patient's running plan: to the phase the patient is in,
 * in the draft there is or in a new one from the version in force. Nothing reaches the patient before it is published. Throws
 * conflict when there is no such plan, when several run and none is named, or the phase holds it already, and invalid for
 * something the library does not offer.
 */
export const addItem = command({
  can: "plans.add-item",
  input: addToPlanSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { clinicId, memberId } = actor;
    const patient = await planPatient(tx, actor, input.patientId, now);
    const [newest, ...others] = input.planId === undefined ? await runningPlans(tx, actor, patient.id) : [];
    if (others.length > 0) throw new AppError("conflict", { message: REFUSALS.several });
    const asked = input.planId ?? newest?.planId;
    if (asked === undefined) throw new AppError("conflict", { message: REFUSALS.none });
    const plan = await lockPlan(tx, actor, asked, now);
    const { planId, patientId, currentVersion, startsOn, today } = plan;
    if (patientId !== patient.id) throw new AppError("not-found");
    const text = (await newestTexts(tx, actor, [input.slug])).get(referenceOf(input));
    if (!text || text.retired) throw invalidField("slug", "This is no longer in your library. Choose another.");
    const draft = await draftOf(tx, actor, planId);
    const before =
      draft?.body ?? found((await versionTexts(tx, actor, patientId, { planId, number: currentVersion }))[0]).body;
    const at = phaseInProgress(before, startsOn, today);
    const body = withAddition(before, at, itemFromCatalogue(text, input.id));
    if (typeof body === "string") throw new AppError("conflict", { message: REFUSALS[body] });
    const draftId = draft?.id ?? newId();
    const revision = (draft?.revision ?? 0) + 1;
    const written = { body, revision, updatedAt: now, updatedBy: memberId };
    if (draft) {
      await tx
        .update(planDrafts)
        .set(written)
        .where(and(eq(planDrafts.clinicId, clinicId), eq(planDrafts.id, draftId)));
    } else {
      await tx
        .insert(planDrafts)
        .values({ clinicId, id: draftId, planId, patientId, baseVersion: currentVersion, ...written });
    }
    const detail = { planId, revision, libraryVersionId: text.versionId, isNew: draft === null };
    audit({ subjectType: "plan-draft", subjectId: draftId, patientId, detail });
    return { planId, patientId, revision, key: input.id };
  },
});
