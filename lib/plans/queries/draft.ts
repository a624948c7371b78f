import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema/identity";
import { planDrafts } from "@/db/schema/plans";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { query } from "@/lib/core/query";
import { newestTexts } from "@/lib/library/queries";
import { slugsOf } from "../draft";
import type { DraftBody } from "../schemas";
import { onePlanSchema, planPatient, runningPlan } from "./plan";
import { titlesIn, versionTexts } from "./versions";

export type PlanDraftView = {
  patient: { id: string; name: string };
  /** The plan that has not ended; null when the patient has none. */
  plan: { planId: string; startsOn: CalendarDay | null; currentVersion: number } | null;
  draft: { revision: number; baseVersion: number; body: DraftBody; updatedAt: Date; updatedBy: string } | null;
  /** What the patient follows now, as a text; null before the first publishing. */
  inForce: { number: number; effectiveOn: CalendarDay; body: DraftBody } | null;
  /** What each item of the two texts is called, by reference. */
  titles: Record<string, string>;
};

/** The plan a clinician is writing for a patient, beside the version in force. Not-found for a patient one may not see. */
export const getDraft = query({
  can: "plans.read-draft",
  input: onePlanSchema,
  run: async ({ tx, actor, now, input, opened }): Promise<PlanDraftView> => {
    const { id, name } = await planPatient(tx, actor, input.patientId, now);
    opened(id);
    const plan = await runningPlan(tx, actor, id, input.planId);
    if (!plan) return { patient: { id, name }, plan, draft: null, inForce: null, titles: {} };
    const [row] = await tx
      .select({
        revision: planDrafts.revision,
        baseVersion: planDrafts.baseVersion,
        body: planDrafts.body,
        updatedAt: planDrafts.updatedAt,
        updatedBy: memberships.name,
      })
      .from(planDrafts)
      .innerJoin(
        memberships,
        and(eq(memberships.clinicId, planDrafts.clinicId), eq(memberships.id, planDrafts.updatedBy)),
      )
      .where(and(inScope(actor, planDrafts), eq(planDrafts.planId, plan.planId)));
    const draft = row ? { ...row, body: row.body as DraftBody } : null;
    const published =
      plan.currentVersion === 0
        ? []
        : await versionTexts(tx, actor, id, { planId: plan.planId, number: plan.currentVersion });
    const newest = await newestTexts(tx, actor, draft ? slugsOf(draft.body) : []);
    const titles: Record<string, string> = Object.fromEntries([...newest].map(([ref, { title }]) => [ref, title]));
    for (const [reference, title] of titlesIn(published)) titles[reference] ??= title;
    const [version] = published;
    const inForce = version ? { number: version.number, effectiveOn: version.effectiveOn, body: version.body } : null;
    return { patient: { id, name }, plan, draft, inForce, titles };
  },
});
