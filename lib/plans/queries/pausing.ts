import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { plans, planVersions } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type CurrentPause, pauseOn } from "../pauses";
import { planNames } from "../plan-names";
import { pausesColumn } from "./pauses";
import { planPatient } from "./plan";

/** A plan in force, by the name that tells it from the others, and the pause it is in; null when it runs. */
export type RestingPlan = { planId: string; name: string; pause: CurrentPause | null };

/**
 * The published plans of a patient that run, oldest first, or the one of them that is named; and today where they are. Throws not-found
 * for a patient or a plan that is not theirs to see. For queries and commands that hold a transaction.
 */
export async function pausablePlans(
  tx: Tx,
  actor: Person,
  patientId: string,
  now: Date,
  planId: string | null = null,
): Promise<{ today: CalendarDay; plans: RestingPlan[] }> {
  if (actor.role === "patient" && actor.patientId !== patientId) throw new AppError("not-found");
  const { id, today } = await planPatient(tx, actor, patientId, now);
  const published = await tx
    .select({
      planId: plans.id,
      title: planVersions.title,
      startsOn: plans.startsOn,
      endsOn: plans.endsOn,
      pauses: pausesColumn(tx),
    })
    .from(plans)
    .innerJoin(
      planVersions,
      and(
        eq(planVersions.clinicId, plans.clinicId),
        eq(planVersions.planId, plans.id),
        eq(planVersions.number, plans.currentVersion),
      ),
    )
    .where(and(inScope(actor, plans), eq(plans.patientId, id)))
    .orderBy(plans.createdAt, plans.id);
  if (planId !== null && !published.some((plan) => plan.planId === planId)) throw new AppError("not-found");
  const running = published.filter(({ endsOn }) => endsOn === null);
  const names = planNames(running);
  return {
    today,
    plans: running
      .filter((plan) => planId === null || plan.planId === planId)
      .map((plan) => ({
        planId: plan.planId,
        name: names.get(plan.planId) ?? plan.title,
        pause: pauseOn(plan.pauses, today),
      })),
  };
}

/** The plans in force that can rest; none before the first is published and after the last has ended. */
export type PlanPauseView = { patientId: string; today: CalendarDay; plans: RestingPlan[] };

/** Which of a patient's plans rest, for themselves. */
export const getOwnPause = query({
  can: "plans.read-own-pause",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<PlanPauseView> {
    const patientId = found(actor.patientId);
    return { patientId, ...(await pausablePlans(tx, actor, patientId, now)) };
  },
});
