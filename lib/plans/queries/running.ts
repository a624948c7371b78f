import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { phases, planDrafts, plans, planVersions } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { query } from "@/lib/core/query";
import { type CurrentPause, pauseOn } from "../pauses";
import { planNames } from "../plan-names";
import { pausesColumn } from "./pauses";
import { planPatient } from "./plan";

/** A plan of a patient that has not ended, in one glance. */
export type PlanAtAGlance = {
  planId: string;
  /** What tells it from the patient's other plans. */
  name: string;
  /** Day 1; null before the first version is published. */
  startsOn: CalendarDay | null;
  /** The version in force; 0 before the first one. */
  version: number;
  publishedAt: Date | null;
  /** Where the patient is in it: `number` from 1 of `count`; null before the first version. */
  phase: { title: string; number: number; count: number } | null;
  pause: CurrentPause | null;
  /** A text being written for it; null without. */
  draft: { updatedAt: Date; updatedBy: string } | null;
};

export type RunningPlans = {
  patient: { id: string; name: string };
  today: CalendarDay;
  /** Oldest first. */
  plans: PlanAtAGlance[];
};

/** The plans of a patient that have not ended, with what is being written for each. */
export const getRunningPlans = query({
  can: "plans.read-draft",
  input: z.strictObject({ patientId: z.uuid() }),
  run: async ({ tx, actor, now, input, opened }): Promise<RunningPlans> => {
    const { id, name, today } = await planPatient(tx, actor, input.patientId, now);
    opened(id);
    return { patient: { id, name }, today, plans: await plansAtAGlance(tx, actor, id, today) };
  },
});

/** The same, oldest first, in two statements, for queries that hold a transaction. */
export async function plansAtAGlance(
  tx: Tx,
  actor: Person,
  patientId: string,
  today: CalendarDay,
): Promise<PlanAtAGlance[]> {
  const rows = await tx
    .select({
      planId: plans.id,
      startsOn: plans.startsOn,
      version: plans.currentVersion,
      title: sql<string>`coalesce(${planVersions.title}, ${planDrafts.body}->>'title', '')`,
      pauses: pausesColumn(tx),
      updatedAt: planDrafts.updatedAt,
      updatedBy: memberships.name,
      publishedAt: planVersions.publishedAt,
    })
    .from(plans)
    .leftJoin(planDrafts, and(eq(planDrafts.clinicId, plans.clinicId), eq(planDrafts.planId, plans.id)))
    .leftJoin(memberships, and(eq(memberships.clinicId, planDrafts.clinicId), eq(memberships.id, planDrafts.updatedBy)))
    .leftJoin(planVersions, isInForce())
    .where(and(inScope(actor, plans), eq(plans.patientId, patientId), isNull(plans.endsOn)))
    .orderBy(asc(plans.createdAt), asc(plans.id));
  const names = planNames(rows);
  const places = await phasesOf(tx, actor, patientId, today);
  return rows.map(({ planId, startsOn, version, title, pauses, updatedAt, updatedBy, publishedAt }) => ({
    planId,
    name: names.get(planId) ?? title,
    startsOn,
    version,
    publishedAt,
    phase: places.get(planId) ?? null,
    pause: version === 0 ? null : pauseOn(pauses, today),
    draft: updatedAt && updatedBy !== null ? { updatedAt, updatedBy } : null,
  }));
}

const isInForce = () =>
  and(
    eq(planVersions.clinicId, plans.clinicId),
    eq(planVersions.planId, plans.id),
    eq(planVersions.number, plans.currentVersion),
  );

/** The phase each running plan of a patient is in: the last that has begun. */
async function phasesOf(
  tx: Tx,
  actor: Person,
  patientId: string,
  today: CalendarDay,
): Promise<Map<string, NonNullable<PlanAtAGlance["phase"]>>> {
  const rows = await tx
    .select({ planId: plans.id, title: phases.title, startsOn: phases.startsOn })
    .from(plans)
    .innerJoin(planVersions, isInForce())
    .innerJoin(phases, and(eq(phases.clinicId, planVersions.clinicId), eq(phases.planVersionId, planVersions.id)))
    .where(and(inScope(actor, plans), eq(plans.patientId, patientId), isNull(plans.endsOn)))
    .orderBy(asc(phases.position));
  const found = new Map<string, NonNullable<PlanAtAGlance["phase"]>>();
  for (const planId of new Set(rows.map((row) => row.planId))) {
    const own = rows.filter((row) => row.planId === planId);
    const at = Math.max(
      0,
      own.findLastIndex(({ startsOn }) => startsOn !== null && startsOn <= today),
    );
    const phase = own[at];
    if (phase) found.set(planId, { title: phase.title, number: at + 1, count: own.length });
  }
  return found;
}
