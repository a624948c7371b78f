import { and, eq } from "drizzle-orm";
import { phases, planDrafts, planItems, plans, planVersions } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { newestTexts } from "@/lib/library/queries";
import { planChanges } from "../changes";
import { slugsOf } from "../draft";
import { phaseDates } from "../phase-dates";
import { currentDraft, lockPlan } from "../queries/plan";
import { versionTexts } from "../queries/versions";
import { draftBodySchema, publishSchema } from "../schemas";
import { resolveItems, textErrors } from "../version";

/**
 * Makes the draft the plan's next version, in force from today where the patient is; the first one sets the plan's day 1.
 * Lines kept from the version before keep their words and their first day. Throws conflict when the draft or the plan moved
 * on since the form was made, and invalid when a phase is empty, something new is no longer in the library, or nothing changed.
 */
export const publishPlan = command({
  can: "plans.publish",
  input: publishSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { clinicId, memberId } = actor;
    const plan = await lockPlan(tx, actor, input.planId, now);
    const { planId, patientId, currentVersion, today } = plan;
    const draft = await currentDraft(tx, actor, plan, input.revision);
    if (draft.baseVersion !== currentVersion) {
      throw new AppError("conflict", {
        message: `Version ${currentVersion} was published while this draft was being written. Your draft is kept. Reload to compare.`,
      });
    }
    const fieldErrors = textErrors(draft.body);
    if (fieldErrors) throw new AppError("invalid", { fieldErrors });
    const body = draftBodySchema.parse(draft.body);
    const [inForce] =
      currentVersion === 0 ? [] : await versionTexts(tx, actor, patientId, { planId, number: currentVersion });
    const changes = planChanges(inForce?.body ?? null, body).length;
    if (changes === 0) {
      throw new AppError("invalid", {
        message: `Nothing differs from version ${currentVersion}, so there is nothing to publish.`,
      });
    }
    const texts = await newestTexts(tx, actor, slugsOf(body));
    const lines = resolveItems(body, { inForce: inForce?.items ?? [], texts, today });
    const number = currentVersion + 1;
    const startsOn = plan.startsOn ?? today;
    const dates = phaseDates(startsOn, body.phases);
    const own = { clinicId, planVersionId: input.id, patientId };
    const phaseRows = body.phases.map((phase, position) => ({
      ...own,
      id: newId(),
      key: phase.key,
      position,
      title: phase.title,
      aim: phase.aim,
      weeks: phase.weeks,
      criteria: phase.criteria ?? null,
      startsOn: dates[position]?.startsOn ?? null,
      endsOn: dates[position]?.endsOn ?? null,
    }));
    const phaseIds = new Map(phaseRows.map(({ key, id }) => [key, id]));
    await tx.insert(planVersions).values({
      clinicId,
      id: input.id,
      planId,
      patientId,
      number,
      title: body.title,
      effectiveOn: today,
      publishedAt: now,
      publishedBy: memberId,
    });
    await tx.insert(phases).values(phaseRows);
    await tx
      .insert(planItems)
      .values(
        lines.map(({ phaseKey, ...line }) => ({ ...own, id: newId(), phaseId: phaseIds.get(phaseKey) ?? "", ...line })),
      );
    await tx
      .update(plans)
      .set({ currentVersion: number, startsOn })
      .where(and(eq(plans.clinicId, clinicId), eq(plans.id, planId)));
    await tx.delete(planDrafts).where(and(eq(planDrafts.clinicId, clinicId), eq(planDrafts.id, draft.id)));
    audit({
      subjectType: "plan-version",
      subjectId: input.id,
      patientId,
      detail: { planId, version: number, effectiveOn: today, changes, items: lines.length },
    });
    return { planId, number, effectiveOn: today };
  },
});
