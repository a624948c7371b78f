import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import { phases, planItems, plans, planVersions } from "@/db/schema/plans";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Pause } from "./pauses";
import { pausesColumn } from "./queries/pauses";
import type { PlanTimeline, ScheduledItem } from "./schedule";
import type { Dose, Schedule } from "./schemas";
import type { BandColour, DoseSide, ItemKind } from "./vocabulary";

/** One line of a published version with the words it points at. */
export type PlanItemView = ScheduledItem & {
  versionId: string;
  phaseId: string;
  /** The same phase through all versions. */
  phaseKey: string;
  phaseTitle: string;
  /** Length of the phase in weeks; null when none is known. */
  phaseWeeks: number | null;
  slug: string;
  title: string;
  libraryVersionId: string | null;
  instrumentVersionId: string | null;
  dose: Dose | null;
  note: string;
  painCeiling: number;
  /** How far to move, in the clinician's words; "" for all the way. */
  rangeLimit: string;
  /** Lines of the same phase with this key are done in turn; null for a line done alone. */
  supersetKey: string | null;
};

export type PlanVersionView = {
  versionId: string;
  number: number;
  title: string;
  effectiveOn: CalendarDay;
  publishedAt: Date;
  items: PlanItemView[];
};

export type PlanView = {
  planId: string;
  startsOn: CalendarDay;
  endsOn: CalendarDay | null;
  versions: PlanVersionView[];
  pauses?: readonly Pause[];
};

/** Narrows what is read to one plan, or to one version of it. */
export type PlanPart = { planId: string; number?: number };

/**
 * Every published plan of a patient with all its versions, oldest first, in one statement; what the schedule works on. For
 * queries and commands that already hold a transaction; the rows are scoped to the actor. `part` reads less.
 */
export async function publishedPlans(tx: Tx, actor: Person, patientId: string, part?: PlanPart): Promise<PlanView[]> {
  const rows = await tx
    .select({
      planId: plans.id,
      startsOn: plans.startsOn,
      endsOn: plans.endsOn,
      pauses: pausesColumn(tx),
      versionId: planVersions.id,
      number: planVersions.number,
      versionTitle: planVersions.title,
      effectiveOn: planVersions.effectiveOn,
      publishedAt: planVersions.publishedAt,
      phaseId: phases.id,
      phaseKey: phases.key,
      phaseTitle: phases.title,
      phaseWeeks: phases.weeks,
      phaseStartsOn: phases.startsOn,
      phaseEndsOn: phases.endsOn,
      id: planItems.id,
      key: planItems.key,
      kind: planItems.kind,
      libraryVersionId: planItems.libraryVersionId,
      instrumentVersionId: planItems.instrumentVersionId,
      sets: planItems.sets,
      repetitions: planItems.repetitions,
      holdSeconds: planItems.holdSeconds,
      restSeconds: planItems.restSeconds,
      loadKg: planItems.loadKg,
      tempo: planItems.tempo,
      side: planItems.side,
      bandColour: planItems.bandColour,
      rangeLimit: planItems.rangeLimit,
      supersetKey: planItems.supersetKey,
      painCeiling: planItems.painCeiling,
      schedule: planItems.schedule,
      anchorOn: planItems.anchorOn,
      note: planItems.note,
      librarySlug: libraryItems.slug,
      libraryTitle: libraryVersions.title,
      instrumentSlug: instruments.slug,
      instrumentTitle: instrumentVersions.title,
    })
    .from(planVersions)
    .innerJoin(plans, and(eq(plans.clinicId, planVersions.clinicId), eq(plans.id, planVersions.planId)))
    .innerJoin(phases, and(eq(phases.clinicId, planVersions.clinicId), eq(phases.planVersionId, planVersions.id)))
    .innerJoin(planItems, and(eq(planItems.clinicId, phases.clinicId), eq(planItems.phaseId, phases.id)))
    .leftJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, planItems.clinicId), eq(libraryVersions.id, planItems.libraryVersionId)),
    )
    .leftJoin(
      libraryItems,
      and(eq(libraryItems.clinicId, libraryVersions.clinicId), eq(libraryItems.id, libraryVersions.itemId)),
    )
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
    .where(and(inScope(actor, planVersions), eq(planVersions.patientId, patientId), isPart(part)))
    .orderBy(
      asc(plans.createdAt),
      asc(plans.id),
      asc(planVersions.number),
      asc(phases.position),
      asc(planItems.position),
    );

  const found = new Map<string, PlanView>();
  for (const row of rows) {
    if (!row.startsOn) continue;
    const plan = found.get(row.planId) ?? {
      planId: row.planId,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      pauses: row.pauses,
      versions: [],
    };
    found.set(row.planId, plan);
    let version = plan.versions.at(-1);
    if (version?.versionId !== row.versionId) {
      version = {
        versionId: row.versionId,
        number: row.number,
        title: row.versionTitle,
        effectiveOn: row.effectiveOn,
        publishedAt: row.publishedAt,
        items: [],
      };
      plan.versions.push(version);
    }
    version.items.push({
      id: row.id,
      key: row.key,
      kind: row.kind as ItemKind,
      schedule: row.schedule as Schedule,
      anchorOn: row.anchorOn,
      phaseStartsOn: row.phaseStartsOn,
      phaseEndsOn: row.phaseEndsOn,
      versionId: row.versionId,
      phaseId: row.phaseId,
      phaseKey: row.phaseKey,
      phaseTitle: row.phaseTitle,
      phaseWeeks: row.phaseWeeks,
      slug: row.librarySlug ?? row.instrumentSlug ?? "",
      title: row.libraryTitle ?? row.instrumentTitle ?? "",
      libraryVersionId: row.libraryVersionId,
      instrumentVersionId: row.instrumentVersionId,
      dose: doseOf(row),
      note: row.note,
      painCeiling: row.painCeiling,
      rangeLimit: row.rangeLimit,
      supersetKey: row.supersetKey,
    });
  }
  return [...found.values()];
}

/** The condition of a part; undefined, which is no condition, for the whole. */
export function isPart(part: PlanPart | undefined): SQL | undefined {
  if (!part) return undefined;
  const plan = eq(planVersions.planId, part.planId);
  return part.number === undefined ? plan : and(plan, eq(planVersions.number, part.number));
}

type DoseColumns = {
  sets: number | null;
  repetitions: number | null;
  holdSeconds: number | null;
  restSeconds: number | null;
  loadKg: number | null;
  tempo: string | null;
  side: string | null;
  bandColour: string | null;
};

/** The dose of a plan item's columns; null for reading and questionnaires. */
export function doseOf(row: DoseColumns): Dose | null {
  if (row.sets === null) return null;
  return {
    sets: row.sets,
    repetitions: row.repetitions,
    holdSeconds: row.holdSeconds,
    restSeconds: row.restSeconds ?? 0,
    loadKg: row.loadKg,
    tempo: row.tempo,
    side: (row.side ?? "none") as DoseSide,
    ...(row.bandColour ? { bandColour: row.bandColour as BandColour } : {}),
  };
}

/** The plan as the schedule's rules take it. */
export function timelineOf(plan: PlanView): PlanTimeline {
  return { versions: plan.versions, endsOn: plan.endsOn, pauses: plan.pauses };
}
