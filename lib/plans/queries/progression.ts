import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { libraryVersions } from "@/db/schema/library";
import { phases, planItems, plans, planVersions } from "@/db/schema/plans";
import { suggestionDecisions } from "@/db/schema/progression";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { PhaseCriteria } from "../criteria-schema";
import { planNames } from "../plan-names";
import { suggestions, undecided } from "../progression";
import type { KnownScore, ProgressionPhase, ProgressionPlan, Suggestion } from "../progression-facts";
import { pausesColumn } from "./pauses";
import { knownScores, lastLogs } from "./progression-evidence";

/** What may come next in one plan. `name` tells it from the patient's other plans; null when it is the only one. */
export type PlanSuggestions = { planId: string; name: string | null; suggestions: Suggestion[] };

/** Whom to look at, each on their own calendar's today. */
type Looked = readonly { id: string; today: CalendarDay }[];

/** Days looked back at for logs. */
const LOOK_BACK_DAYS = 70;

/**
 * What clinicians may think of changing in the running plans of patients, by patient; those decided about are left out, and patients with
 * none. Four statements at most whatever the number of patients; for queries and commands that already hold a transaction.
 */
export async function suggestionsByPatient(
  tx: Tx,
  actor: Person,
  looked: Looked,
): Promise<Map<string, PlanSuggestions[]>> {
  if (looked.length === 0) return new Map();
  const running = await runningPlans(tx, actor, looked);
  if (running.size === 0) return new Map();
  const asked = [...running.values()]
    .flat()
    .flatMap(({ phases: own }) => own.flatMap(({ criteria }) => criteria ?? []));
  const sessions = Math.max(1, ...asked.map(({ painAtMost }) => painAtMost?.sessions ?? 1));
  const slugs = [...new Set(asked.flatMap(({ score }) => score?.slug ?? []))];
  const ids = [...running.keys()];
  const days = looked.map(({ today }) => today).sort();
  const logs = await lastLogs(tx, actor, ids, addDays(days[0] ?? "", -LOOK_BACK_DAYS), sessions);
  const known = slugs.length === 0 ? new Map<string, KnownScore[]>() : await knownScores(tx, actor, ids, slugs);
  const decided = await decisions(tx, actor, ids);
  const found = new Map<string, PlanSuggestions[]>();
  for (const { id, today } of looked) {
    const own = running.get(id) ?? [];
    const names = planNames(own);
    const ready = own.flatMap((plan) => {
      const all = suggestions(plan, { logs: logs.get(id) ?? [], scores: known.get(id) ?? [], today });
      const open = undecided(all, decided.get(plan.planId) ?? new Set());
      const name = own.length > 1 ? (names.get(plan.planId) ?? plan.title) : null;
      return open.length > 0 ? [{ planId: plan.planId, name, suggestions: open }] : [];
    });
    if (ready.length > 0) found.set(id, ready);
  }
  return found;
}

type Running = Omit<ProgressionPlan, "phases"> & {
  title: string;
  startsOn: CalendarDay | null;
  phases: (Omit<ProgressionPhase, "lines"> & { lines: ProgressionPhase["lines"][number][] })[];
};

async function runningPlans(tx: Tx, actor: Person, looked: Looked): Promise<Map<string, Running[]>> {
  const rows = await tx
    .select({
      patientId: plans.patientId,
      planId: plans.id,
      planTitle: planVersions.title,
      planStartsOn: plans.startsOn,
      pauses: pausesColumn(tx),
      phaseId: phases.id,
      phaseKey: phases.key,
      phaseTitle: phases.title,
      startsOn: phases.startsOn,
      endsOn: phases.endsOn,
      criteria: phases.criteria,
      key: planItems.key,
      title: libraryVersions.title,
      sets: planItems.sets,
      repetitions: planItems.repetitions,
      loadKg: planItems.loadKg,
      painCeiling: planItems.painCeiling,
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
    .innerJoin(phases, and(eq(phases.clinicId, planVersions.clinicId), eq(phases.planVersionId, planVersions.id)))
    .leftJoin(
      planItems,
      and(
        eq(planItems.clinicId, phases.clinicId),
        eq(planItems.phaseId, phases.id),
        eq(planItems.kind, "exercise"),
        sql`${planItems.schedule}->>'kind' <> 'as-needed'`,
      ),
    )
    .leftJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, planItems.clinicId), eq(libraryVersions.id, planItems.libraryVersionId)),
    )
    .where(
      and(
        inScope(actor, plans),
        isNull(plans.endsOn),
        looked.length === 1
          ? inArray(
              plans.patientId,
              looked.map(({ id }) => id),
            )
          : undefined,
      ),
    )
    .orderBy(asc(plans.createdAt), asc(plans.id), asc(phases.position), asc(planItems.position));
  const found = new Map<string, Running[]>();
  for (const row of rows) {
    const own = found.get(row.patientId) ?? [];
    found.set(row.patientId, own);
    let plan = own.find(({ planId }) => planId === row.planId);
    if (!plan) {
      const { planId, planTitle, planStartsOn, pauses } = row;
      plan = { planId, title: planTitle, startsOn: planStartsOn, pauses, phases: [] };
      own.push(plan);
    }
    let phase = plan.phases.at(-1);
    if (phase?.key !== row.phaseKey) {
      const { phaseKey: key, phaseTitle: title, startsOn, endsOn } = row;
      phase = { key, title, startsOn, endsOn, criteria: row.criteria as PhaseCriteria | null, lines: [] };
      plan.phases.push(phase);
    }
    const { key, title, sets, repetitions, loadKg, painCeiling } = row;
    if (key === null || sets === null || painCeiling === null) continue;
    phase.lines.push({ key, title: title ?? "", dose: { sets, repetitions, loadKg }, painCeiling });
  }
  return found;
}

async function decisions(tx: Tx, actor: Person, patientIds: string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .select({ planId: suggestionDecisions.planId, subject: suggestionDecisions.subject })
    .from(suggestionDecisions)
    .where(
      and(
        inScope(actor, suggestionDecisions),
        patientIds.length === 1 ? inArray(suggestionDecisions.patientId, patientIds) : undefined,
      ),
    );
  const found = new Map<string, Set<string>>();
  for (const { planId, subject } of rows) found.set(planId, (found.get(planId) ?? new Set()).add(subject));
  return found;
}
