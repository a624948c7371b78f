import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { planDrafts, plans, planVersions } from "@/db/schema/plans";
import { suggestionDecisions } from "@/db/schema/progression";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { hasSuggestion, suggestionWords } from "../progression";
import type { DecidedSuggestion, DecisionEvidence } from "../progression-facts";
import type { DraftBody } from "../schemas";
import type { SuggestionDecision } from "../vocabulary";
import { pausablePlans } from "./pausing";

/** What was decided for a plan and stands in its draft alone. `name` tells it from the patient's other plans; null when it is the only one. */
export type WrittenDecisions = { planId: string; name: string | null; words: string[] };

export type Decisions = { all: DecidedSuggestion[]; written: WrittenDecisions[] };

/**
 * What clinicians said to suggestions about a patient's plans, oldest first, and which of it waits to be published. For queries that hold a
 * transaction; the rows scoped to the actor.
 */
export async function decisionsOf(tx: Tx, actor: Person, patientId: string, now: Date): Promise<Decisions> {
  const rows = await tx
    .select({
      id: suggestionDecisions.id,
      planId: suggestionDecisions.planId,
      decision: suggestionDecisions.decision,
      evidence: suggestionDecisions.evidence,
      note: suggestionDecisions.note,
      decidedAt: suggestionDecisions.decidedAt,
      decidedBy: memberships.name,
      isUnpublished: sql<boolean>`${planVersions.publishedAt} < ${suggestionDecisions.decidedAt}`,
      draft: planDrafts.body,
    })
    .from(suggestionDecisions)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, suggestionDecisions.clinicId), eq(memberships.id, suggestionDecisions.decidedBy)),
    )
    .innerJoin(plans, and(eq(plans.clinicId, suggestionDecisions.clinicId), eq(plans.id, suggestionDecisions.planId)))
    .leftJoin(
      planVersions,
      and(
        eq(planVersions.clinicId, plans.clinicId),
        eq(planVersions.planId, plans.id),
        eq(planVersions.number, plans.currentVersion),
      ),
    )
    .leftJoin(planDrafts, and(eq(planDrafts.clinicId, plans.clinicId), eq(planDrafts.planId, plans.id)))
    .where(and(inScope(actor, suggestionDecisions), eq(suggestionDecisions.patientId, patientId)))
    .orderBy(asc(suggestionDecisions.decidedAt), asc(suggestionDecisions.id));
  const told = rows.map((row) => ({
    ...row,
    decision: row.decision as SuggestionDecision,
    evidence: row.evidence as DecisionEvidence,
  }));
  const { plans: running } = await pausablePlans(tx, actor, patientId, now);
  const names = new Map(running.map(({ planId, name }) => [planId, name]));
  const written = new Map<string, WrittenDecisions>();
  for (const { planId, decision, evidence, isUnpublished, draft } of told) {
    if (decision === "declined" || !isUnpublished || draft === null) continue;
    if (!hasSuggestion(draft as DraftBody, evidence.made ?? evidence.change)) continue;
    const name = running.length > 1 ? (names.get(planId) ?? null) : null;
    const own = written.get(planId) ?? { planId, name, words: [] };
    own.words.push(suggestionWords(evidence));
    written.set(planId, own);
  }
  return {
    all: told.map(({ id, planId, decision, evidence, note, decidedAt, decidedBy }) => ({
      id,
      planId,
      decision,
      evidence,
      note,
      decidedAt,
      decidedBy,
    })),
    written: [...written.values()],
  };
}
