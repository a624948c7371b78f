import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { phases, planVersions } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { referenceOf } from "@/lib/library/catalogue";
import type { PhaseCriteria } from "../criteria-schema";
import { bodyOfVersion } from "../draft";
import { isPart, type PlanPart, type PlanVersionView, publishedPlans } from "../queries";
import type { DraftBody } from "../schemas";

type PhaseView = {
  id: string;
  key: string;
  title: string;
  aim: string;
  weeks: number | null;
  /** Null while it waits for the phase before it. */
  startsOn: CalendarDay | null;
  endsOn: CalendarDay | null;
  criteria: PhaseCriteria | null;
};

/** A published version in full: its phases, its items, who published it, and the same as a text to go on from. */
export type VersionText = PlanVersionView & {
  planId: string;
  publishedBy: string;
  phases: PhaseView[];
  body: DraftBody;
};

/**
 * The published versions of a patient's plans, oldest first, with their phases, in two statements. For queries and commands
 * that already hold a transaction; the rows are scoped to the actor.
 */
export async function versionTexts(tx: Tx, actor: Person, patientId: string, part?: PlanPart): Promise<VersionText[]> {
  const published = await publishedPlans(tx, actor, patientId, part);
  const rows = await tx
    .select({
      versionId: phases.planVersionId,
      publishedBy: memberships.name,
      id: phases.id,
      key: phases.key,
      title: phases.title,
      aim: phases.aim,
      weeks: phases.weeks,
      startsOn: phases.startsOn,
      endsOn: phases.endsOn,
      criteria: phases.criteria,
    })
    .from(phases)
    .innerJoin(planVersions, and(eq(planVersions.clinicId, phases.clinicId), eq(planVersions.id, phases.planVersionId)))
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, planVersions.clinicId), eq(memberships.id, planVersions.publishedBy)),
    )
    .where(and(inScope(actor, phases), eq(phases.patientId, patientId), isPart(part)))
    .orderBy(asc(phases.position));
  return published.flatMap(({ planId, versions }) =>
    versions.map((version) => {
      const own = rows
        .filter((row) => row.versionId === version.versionId)
        .map((row) => ({ ...row, criteria: row.criteria as PhaseCriteria | null }));
      const body = bodyOfVersion({ title: version.title, phases: own, items: version.items });
      return {
        ...version,
        planId,
        publishedBy: own[0]?.publishedBy ?? "",
        phases: own.map(({ versionId: _version, publishedBy: _by, ...phase }) => phase),
        body,
      };
    }),
  );
}

/** What the items of these versions are called, by reference; the newest version's word for it. */
export function titlesIn(versions: readonly VersionText[]): Map<string, string> {
  return new Map(versions.flatMap((version) => version.items.map((item) => [referenceOf(item), item.title])));
}
