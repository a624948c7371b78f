import { and, asc, eq, gte, inArray, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { phases, planItems, plans, planVersions } from "@/db/schema/plans";
import { practiceLogs } from "@/db/schema/practice";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Pause } from "@/lib/plans/pauses";
import { pausesColumn } from "@/lib/plans/queries/pauses";
import type { ScheduledItem } from "@/lib/plans/schedule";
import type { Schedule } from "@/lib/plans/schemas";
import type { ItemKind } from "@/lib/plans/vocabulary";

/** `slug` is that of a questionnaire, and empty for anything else. */
type ClinicItem = ScheduledItem & { slug: string; phaseKey: string; phaseTitle: string };

/** A published plan with what its schedule and phases need, and no more. Versions are oldest first. */
export type ClinicPlan = {
  planId: string;
  startsOn: CalendarDay;
  endsOn: CalendarDay | null;
  pauses: readonly Pause[];
  versions: { versionId: string; number: number; title: string; effectiveOn: CalendarDay; items: ClinicItem[] }[];
};

/** The published plans of many patients by patient, in one statement. No patients given means the whole clinic. */
export async function plansByPatient(
  tx: Tx,
  actor: Person,
  patientIds?: readonly string[],
): Promise<Map<string, ClinicPlan[]>> {
  const rows = await tx
    .select({
      patientId: planVersions.patientId,
      planId: plans.id,
      startsOn: plans.startsOn,
      endsOn: plans.endsOn,
      pauses: pausesColumn(tx),
      versionId: planVersions.id,
      number: planVersions.number,
      versionTitle: planVersions.title,
      effectiveOn: planVersions.effectiveOn,
      phaseKey: phases.key,
      phaseTitle: phases.title,
      phaseStartsOn: phases.startsOn,
      phaseEndsOn: phases.endsOn,
      id: planItems.id,
      key: planItems.key,
      kind: planItems.kind,
      schedule: planItems.schedule,
      anchorOn: planItems.anchorOn,
      slug: sql<string>`coalesce(${instruments.slug}, '')`,
    })
    .from(planVersions)
    .innerJoin(plans, and(eq(plans.clinicId, planVersions.clinicId), eq(plans.id, planVersions.planId)))
    .innerJoin(phases, and(eq(phases.clinicId, planVersions.clinicId), eq(phases.planVersionId, planVersions.id)))
    .innerJoin(planItems, and(eq(planItems.clinicId, phases.clinicId), eq(planItems.phaseId, phases.id)))
    .leftJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, planItems.clinicId),
        eq(instrumentVersions.id, planItems.instrumentVersionId),
      ),
    )
    .leftJoin(
      instruments,
      and(eq(instruments.clinicId, instrumentVersions.clinicId), eq(instruments.id, instrumentVersions.instrumentId)),
    )
    .where(and(inScope(actor, planVersions), patientIds ? inArray(planVersions.patientId, [...patientIds]) : undefined))
    .orderBy(
      asc(plans.createdAt),
      asc(plans.id),
      asc(planVersions.number),
      asc(phases.position),
      asc(planItems.position),
    );

  const found = new Map<string, ClinicPlan[]>();
  for (const row of rows) {
    if (row.startsOn === null) continue;
    const {
      patientId,
      planId,
      startsOn,
      endsOn,
      pauses,
      versionId,
      number,
      versionTitle: title,
      effectiveOn,
      ...item
    } = row;
    const own = found.get(patientId) ?? [];
    found.set(patientId, own);
    let plan = own.at(-1);
    if (plan?.planId !== planId) {
      plan = { planId, startsOn, endsOn, pauses, versions: [] };
      own.push(plan);
    }
    let version = plan.versions.at(-1);
    if (version?.versionId !== versionId) {
      version = { versionId, number, title, effectiveOn, items: [] };
      plan.versions.push(version);
    }
    version.items.push({ ...item, kind: item.kind as ItemKind, schedule: item.schedule as Schedule });
  }
  return found;
}

const correction = alias(practiceLogs, "correction");

/** Logs that stand, on or after a day: those no other log corrects. */
export function standingSince(tx: Tx, actor: Person, from: CalendarDay): SQL | undefined {
  const later = tx
    .select({ one: sql`1` })
    .from(correction)
    .where(and(eq(correction.clinicId, practiceLogs.clinicId), eq(correction.correctsId, practiceLogs.id)));
  return and(inScope(actor, practiceLogs), gte(practiceLogs.dueOn, from), notExists(later));
}
