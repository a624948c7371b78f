import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { planDrafts, plans } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { query } from "@/lib/core/query";
import { referenceOf } from "@/lib/library/catalogue";
import { planChanges } from "../changes";
import type { PhaseCriteria } from "../criteria-schema";
import { phaseDatesInWords } from "../phase-words";
import type { Dose, Schedule } from "../schemas";
import { inTurnInWords, inTurnWith } from "../supersets";
import type { ItemKind } from "../vocabulary";
import { pausablePlans, type RestingPlan } from "./pausing";
import { onePlanSchema, planPatient, runningPlan } from "./plan";
import { titlesIn, type VersionText, versionTexts } from "./versions";

export type OverviewItem = {
  key: string;
  kind: ItemKind;
  title: string;
  dose: Dose | null;
  schedule: Schedule;
  note: string;
  painCeiling: number;
  /** How far to move; "" for all the way. */
  rangeLimit: string;
  /** "In turn with Wall sit"; null for a line done alone. */
  inTurn: string | null;
};

export type OverviewPhase = {
  key: string;
  title: string;
  aim: string;
  /** Its days, in words: "2 Mar 2026 to 29 Mar 2026". */
  when: string;
  /** Where the patient is today. */
  isCurrent: boolean;
  criteria: PhaseCriteria | null;
  items: OverviewItem[];
};

export type OverviewVersion = {
  number: number;
  effectiveOn: CalendarDay;
  publishedAt: Date;
  publishedBy: string;
  /** What it changed against the version before it, in words; none for the first, which began the plan. */
  changes: string[];
};

export type PlanOverview = {
  patientId: string;
  today: CalendarDay;
  /** Whether the plan in force rests; null without one. */
  resting: RestingPlan | null;
  /** The plan the patient follows now; null before the first publishing and after the end. */
  plan: {
    planId: string;
    title: string;
    number: number;
    startsOn: CalendarDay;
    phases: OverviewPhase[];
    /** Newest first. */
    versions: OverviewVersion[];
  } | null;
  /** A text being written; `isFirst` when nothing of its plan is published yet. */
  draft: { updatedAt: Date; updatedBy: string; isFirst: boolean } | null;
  /** How many plans of the patient have ended. */
  endedPlans: number;
};

/** A patient's plan as it stands and how it came to be, for the clinician. Not-found for a patient one may not see. */
export const getPlanOverview = query({
  can: "plans.read-draft",
  input: onePlanSchema,
  run: async ({ tx, actor, now, input, opened }): Promise<PlanOverview> => {
    const patient = await planPatient(tx, actor, input.patientId, now);
    opened(patient.id);
    const running = await runningPlan(tx, actor, patient.id, input.planId);
    const published = await versionTexts(tx, actor, patient.id);
    const planId = running?.planId ?? null;
    const [draft] = await tx
      .select({
        updatedAt: planDrafts.updatedAt,
        updatedBy: memberships.name,
        baseVersion: planDrafts.baseVersion,
      })
      .from(planDrafts)
      .innerJoin(
        memberships,
        and(eq(memberships.clinicId, planDrafts.clinicId), eq(memberships.id, planDrafts.updatedBy)),
      )
      .where(and(inScope(actor, planDrafts), eq(planDrafts.patientId, patient.id), ofPlan(planId)));
    const own = published.filter((version) => version.planId === planId);
    const resting = own.length > 0 ? await pausablePlans(tx, actor, patient.id, now, planId) : null;
    return {
      patientId: patient.id,
      today: patient.today,
      resting: resting?.plans[0] ?? null,
      plan: planOf(own, running?.startsOn ?? null, patient.today),
      draft: draft
        ? { updatedAt: draft.updatedAt, updatedBy: draft.updatedBy, isFirst: draft.baseVersion === 0 }
        : null,
      endedPlans: await endedPlans(tx, actor, patient.id),
    };
  },
});

/** The draft of one plan alone; of none without. */
const ofPlan = (planId: string | null) => (planId === null ? sql`false` : eq(planDrafts.planId, planId));

/** How many plans of a patient were published and have ended. */
const endedPlans = (tx: Tx, actor: Person, patientId: string) =>
  tx.$count(
    plans,
    and(inScope(actor, plans), eq(plans.patientId, patientId), isNotNull(plans.endsOn), gt(plans.currentVersion, 0)),
  );

function planOf(versions: VersionText[], startsOn: CalendarDay | null, today: CalendarDay): PlanOverview["plan"] {
  const inForce = versions.at(-1);
  if (!inForce || startsOn === null) return null;
  return {
    planId: inForce.planId,
    title: inForce.title,
    number: inForce.number,
    startsOn,
    phases: inForce.phases.map((phase) => ({
      key: phase.key,
      title: phase.title,
      aim: phase.aim,
      when: phaseDatesInWords(phase, phase === inForce.phases.at(-1)),
      criteria: phase.criteria,
      isCurrent: phase.startsOn !== null && phase.startsOn <= today && (phase.endsOn === null || phase.endsOn >= today),
      items: itemsOf(inForce.items.filter((item) => item.phaseId === phase.id)),
    })),
    versions: historyOf(versions),
  };
}

function itemsOf(lines: VersionText["items"]): OverviewItem[] {
  const turns = inTurnWith(lines);
  return lines.map(({ key, kind, title, dose, schedule, note, painCeiling, rangeLimit }) => {
    const inTurn = inTurnInWords((turns.get(key) ?? []).map((other) => other.title));
    return { key, kind, title, dose, schedule, note, painCeiling, rangeLimit, inTurn };
  });
}

function historyOf(versions: VersionText[]): OverviewVersion[] {
  const titles = titlesIn(versions);
  return versions
    .map(({ number, effectiveOn, publishedAt, publishedBy, body }, index) => {
      const before = versions[index - 1]?.body;
      const changes = before
        ? planChanges(before, body, (item) => titles.get(referenceOf(item)) ?? item.slug).map(({ words }) => words)
        : [];
      return { number, effectiveOn, publishedAt, publishedBy, changes };
    })
    .reverse();
}
