import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { planPauses } from "@/db/schema/progression";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type CurrentPause, pauseOn } from "../pauses";
import { planPatient, runningPlan } from "./plan";

/** The published plan of a patient that runs, and today where they are. Not-found for a patient that is not theirs to see. */
export async function pausablePlan(
  tx: Tx,
  actor: Person,
  patientId: string,
  now: Date,
): Promise<{ today: CalendarDay; planId: string | null }> {
  if (actor.role === "patient" && actor.patientId !== patientId) throw new AppError("not-found");
  const { id, today } = await planPatient(tx, actor, patientId, now);
  const plan = await runningPlan(tx, actor, id);
  return { today, planId: plan && plan.currentVersion > 0 ? plan.planId : null };
}

/** The pause a plan is in on a day; null when it runs. For queries that hold a transaction. */
export async function currentPause(
  tx: Tx,
  actor: Person,
  planId: string,
  day: CalendarDay,
): Promise<CurrentPause | null> {
  const rows = await tx
    .select({ from: planPauses.startsOn, to: planPauses.endsOn })
    .from(planPauses)
    .where(and(inScope(actor, planPauses), eq(planPauses.planId, planId)));
  return pauseOn(rows, day);
}

export type PlanPauseView = { patientId: string; today: CalendarDay; hasPlan: boolean; pause: CurrentPause | null };

/** Whether a patient's plan rests, for themselves. */
export const getOwnPause = query({
  can: "plans.read-own-pause",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<PlanPauseView> {
    const patientId = found(actor.patientId);
    const { today, planId } = await pausablePlan(tx, actor, patientId, now);
    if (planId === null) return { patientId, today, hasPlan: false, pause: null };
    return { patientId, today, hasPlan: true, pause: await currentPause(tx, actor, planId, today) };
  },
});
