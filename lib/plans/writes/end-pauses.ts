import { and, eq, gte, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { planPauses } from "@/db/schema/progression";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { addDays, type CalendarDay } from "@/lib/core/calendar";

/** Ends the pauses a plan is in on a day: the day before is their last. Their ids. */
export async function endPauses(tx: Tx, actor: Person, planId: string, today: CalendarDay): Promise<string[]> {
  const rows = await tx
    .update(planPauses)
    .set({ endsOn: addDays(today, -1) })
    .where(
      and(
        inScope(actor, planPauses),
        eq(planPauses.planId, planId),
        or(isNull(planPauses.endsOn), gte(planPauses.endsOn, today)),
      ),
    )
    .returning({ id: planPauses.id });
  return rows.map(({ id }) => id);
}
