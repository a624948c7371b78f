import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instruments, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import { copyId } from "@/lib/plans/open-questionnaires";
import type { AnsweredOccasion } from "../occasions";

/** The day the answers of a response speak of. */
export const answeredOn = sql<CalendarDay>`coalesce(${responses.answeredOn}, ${responses.submittedOn})`;

/** Every copy a patient answered, corrections included. Scoped to the actor. */
export function answeredOccasions(tx: Tx, actor: Person, patientId: string): Promise<AnsweredOccasion[]> {
  return tx
    .select({ itemKey: responses.itemKey, dueOn: responses.dueOn, slug: instruments.slug, answeredOn })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .innerJoin(
      instruments,
      and(eq(instruments.clinicId, instrumentVersions.clinicId), eq(instruments.id, instrumentVersions.instrumentId)),
    )
    .where(and(inScope(actor, responses), eq(responses.patientId, patientId)));
}

/** The copies a patient has begun and not sent, by `copyId`; corrections are none. */
export async function begunCopies(tx: Tx, actor: Person, patientId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ itemKey: responseDrafts.itemKey, dueOn: responseDrafts.dueOn })
    .from(responseDrafts)
    .where(
      and(
        inScope(actor, responseDrafts),
        eq(responseDrafts.patientId, patientId),
        isNull(responseDrafts.submittedAt),
        isNull(responseDrafts.correctsId),
      ),
    );
  return new Set(rows.map(({ itemKey, dueOn }) => copyId(itemKey, dueOn)));
}
