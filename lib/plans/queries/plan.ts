import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { planDrafts, plans } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import type { DraftBody } from "../schemas";

/** The patient a plan is for, and which day it is where they are. */
export type PlanPatient = { id: string; name: string; today: CalendarDay };

/** The patient, or not-found. For queries and commands that already hold a transaction. */
export async function planPatient(tx: Tx, actor: Person, patientId: string, now: Date): Promise<PlanPatient> {
  const [row] = await tx
    .select({ id: patients.id, name: patients.name, timeZone: patients.timeZone })
    .from(patients)
    .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId)));
  const { id, name, timeZone } = found(row);
  return { id, name, today: calendarDayOf(now, timeZone) };
}

/** One plan of a patient that has not ended; without a name the newest. */
export const onePlanSchema = z.strictObject({ patientId: z.uuid(), planId: z.uuid().optional() });

export type RunningPlan = { planId: string; startsOn: CalendarDay | null; currentVersion: number };

/** The patient's plans that have not ended, published or not, newest first. */
export async function runningPlans(tx: Tx, actor: Person, patientId: string): Promise<RunningPlan[]> {
  return tx
    .select({ planId: plans.id, startsOn: plans.startsOn, currentVersion: plans.currentVersion })
    .from(plans)
    .where(and(inScope(actor, plans), eq(plans.patientId, patientId), isNull(plans.endsOn)))
    .orderBy(desc(plans.createdAt), desc(plans.id));
}

/** One of a patient's plans that have not ended: the newest, null without any; or the one named. Throws not-found without that. */
export async function runningPlan(
  tx: Tx,
  actor: Person,
  patientId: string,
  planId?: string,
): Promise<RunningPlan | null> {
  const running = await runningPlans(tx, actor, patientId);
  if (planId === undefined) return running[0] ?? null;
  return found(running.find((plan) => plan.planId === planId));
}

export type LockedPlan = {
  planId: string;
  patientId: string;
  startsOn: CalendarDay | null;
  currentVersion: number;
  /** Today where the patient is. */
  today: CalendarDay;
};

/**
 * A running plan, held until the transaction ends: changes of one plan and its draft happen one after the other. Throws
 * not-found, or conflict when the plan has ended.
 */
export async function lockPlan(tx: Tx, actor: Person, planId: string, now: Date): Promise<LockedPlan> {
  const [row] = await tx
    .select({
      planId: plans.id,
      patientId: plans.patientId,
      startsOn: plans.startsOn,
      endsOn: plans.endsOn,
      currentVersion: plans.currentVersion,
      timeZone: patients.timeZone,
    })
    .from(plans)
    .innerJoin(patients, and(eq(patients.clinicId, plans.clinicId), eq(patients.id, plans.patientId)))
    .where(and(inScope(actor, plans), eq(plans.id, planId)))
    .for("update", { of: plans });
  const { endsOn, timeZone, ...plan } = found(row);
  if (endsOn !== null) throw new AppError("conflict", { message: "This plan has ended and cannot be changed." });
  return { ...plan, today: calendarDayOf(now, timeZone) };
}

export type StoredDraft = { id: string; revision: number; baseVersion: number; body: DraftBody };

/** The draft of a plan, or null. For commands that hold the plan. */
export async function draftOf(tx: Tx, actor: Person, planId: string): Promise<StoredDraft | null> {
  const [row] = await tx
    .select({
      id: planDrafts.id,
      revision: planDrafts.revision,
      baseVersion: planDrafts.baseVersion,
      body: planDrafts.body,
    })
    .from(planDrafts)
    .where(and(inScope(actor, planDrafts), eq(planDrafts.planId, planId)));
  return row ? { ...row, body: row.body as DraftBody } : null;
}

/** The draft of a plan, held against the one a form was made from. Throws conflict when it moved on, with the way out. */
export async function currentDraft(tx: Tx, actor: Person, plan: LockedPlan, revision: number): Promise<StoredDraft> {
  const draft = await draftOf(tx, actor, plan.planId);
  if (!draft) {
    const now = plan.currentVersion === 0 ? "" : ` Version ${plan.currentVersion} is in force now.`;
    throw new AppError("conflict", {
      message: `This draft was published or thrown away in the meantime.${now} What you typed is still here.`,
    });
  }
  if (draft.revision !== revision) {
    throw new AppError("conflict", {
      message: "This draft was saved elsewhere, in another tab or by another person. What you typed is still here.",
    });
  }
  return draft;
}
