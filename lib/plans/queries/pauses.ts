import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { plans } from "@/db/schema/plans";
import { planPauses } from "@/db/schema/progression";
import type { Pause } from "../pauses";

/** The pauses of the plan in a row, as a column of a statement that reads `plans`: one more statement is not needed. */
export function pausesColumn(tx: Tx): SQL<Pause[]> {
  const own = tx
    .select({
      pauses: sql`coalesce(jsonb_agg(jsonb_build_object('from', ${planPauses.startsOn}, 'to', ${planPauses.endsOn})
        order by ${planPauses.startsOn}, ${planPauses.id}), '[]')`,
    })
    .from(planPauses)
    .where(and(eq(planPauses.clinicId, plans.clinicId), eq(planPauses.planId, plans.id)));
  return sql<Pause[]>`(${own})`;
}
