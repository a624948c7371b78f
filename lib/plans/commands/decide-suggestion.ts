import { and, eq } from "drizzle-orm";
import { planDrafts } from "@/db/schema/plans";
import { suggestionDecisions } from "@/db/schema/progression";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { decideSuggestionSchema } from "../course-schemas";
import { changedTo, withSuggestion } from "../progression";
import type { DecisionEvidence } from "../progression-facts";
import { draftOf, lockPlan } from "../queries/plan";
import { suggestionsByPatient } from "../queries/progression";
import { versionTexts } from "../queries/versions";

/**
 * What a clinician says to a suggestion to progress, once and for good. Approved, or changed to a value of their own, the change is made
 * in the draft of the plan, or in a new one from the version in force; nothing reaches the patient before it is published. Throws
 * conflict when the suggestion no longer stands, somebody else has decided, or the draft has lost its place, and invalid for a value
 * that such a line cannot have.
 */
export const decideSuggestion = command({
  can: "plans.decide-suggestion",
  input: decideSuggestionSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { clinicId, memberId } = actor;
    const plan = await lockPlan(tx, actor, input.planId, now);
    const { planId, patientId, currentVersion, today } = plan;
    if (patientId !== input.patientId) throw new AppError("not-found");
    const open = (await suggestionsByPatient(tx, actor, [{ id: patientId, today }])).get(patientId) ?? [];
    const suggestion = open
      .find((plan) => plan.planId === planId)
      ?.suggestions.find(({ subject }) => subject === input.subject);
    if (!suggestion) {
      throw new AppError("conflict", {
        message: "This suggestion no longer stands, or somebody has decided about it. Reload to see what there is now.",
      });
    }
    const { subject, words, evidence, change } = suggestion;
    const { decision, value, note } = input;
    const made = value === null ? change : changedTo(change, value);
    if (typeof made === "string") throw invalidField("value", made);
    if (decision !== "declined") {
      const draft = await draftOf(tx, actor, planId);
      const before =
        draft?.body ?? found((await versionTexts(tx, actor, patientId, { planId, number: currentVersion }))[0]).body;
      const body = withSuggestion(before, made);
      if (!body) {
        throw new AppError("conflict", {
          message: "The plan being written no longer has this in it. Open it to go on, or decline the suggestion.",
        });
      }
      const revision = (draft?.revision ?? 0) + 1;
      const written = { body, revision, updatedAt: now, updatedBy: memberId };
      if (draft) {
        await tx
          .update(planDrafts)
          .set(written)
          .where(and(eq(planDrafts.clinicId, clinicId), eq(planDrafts.id, draft.id)));
      } else {
        await tx
          .insert(planDrafts)
          .values({ clinicId, id: newId(), planId, patientId, baseVersion: currentVersion, ...written });
      }
    }
    await tx.insert(suggestionDecisions).values({
      clinicId,
      id: input.id,
      patientId,
      planId,
      subject,
      decision,
      evidence: { words, lines: evidence, change, ...(value === null ? {} : { made }) } satisfies DecisionEvidence,
      note,
      decidedAt: now,
      decidedBy: memberId,
    });
    audit({ subjectType: "suggestion", subjectId: input.id, patientId, detail: { planId, subject, decision } });
    return { planId, decision };
  },
});
