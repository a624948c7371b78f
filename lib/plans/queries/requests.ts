import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instruments, instrumentVersions, questionnaireRequests } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { PlanView } from "../queries";
import { requestAsPlan } from "../requests";

/**
 * Questionnaires sent to patients beside their plans, each as a plan of one line, by patient and oldest first, in one statement. Requests
 * that were withdrawn are left out. Without a patient those of the whole clinic; the rows are scoped to the actor.
 */
export async function requestedPlans(tx: Tx, actor: Person, patientId?: string): Promise<Map<string, PlanView[]>> {
  const rows = await tx
    .select({
      patientId: questionnaireRequests.patientId,
      id: questionnaireRequests.id,
      dueOn: questionnaireRequests.dueOn,
      windowDays: questionnaireRequests.windowDays,
      note: questionnaireRequests.note,
      sentAt: questionnaireRequests.sentAt,
      instrumentVersionId: questionnaireRequests.instrumentVersionId,
      slug: instruments.slug,
      title: instrumentVersions.title,
    })
    .from(questionnaireRequests)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, questionnaireRequests.clinicId),
        eq(instrumentVersions.id, questionnaireRequests.instrumentVersionId),
      ),
    )
    .innerJoin(
      instruments,
      and(eq(instruments.clinicId, instrumentVersions.clinicId), eq(instruments.id, instrumentVersions.instrumentId)),
    )
    .where(
      and(
        inScope(actor, questionnaireRequests),
        isNull(questionnaireRequests.withdrawnAt),
        patientId === undefined ? undefined : eq(questionnaireRequests.patientId, patientId),
      ),
    )
    .orderBy(asc(questionnaireRequests.dueOn), asc(questionnaireRequests.id));
  const found = new Map<string, PlanView[]>();
  for (const { patientId: of, ...request } of rows) {
    const plans = found.get(of) ?? [];
    plans.push(requestAsPlan(request));
    found.set(of, plans);
  }
  return found;
}
