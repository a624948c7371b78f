import type { Tx } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { type PlanView, publishedPlans } from "@/lib/plans/queries";
import { requestedPlans } from "@/lib/plans/queries/requests";

/** Everything that asks a patient for answers: their published plans, and what was sent beside them. Two statements. */
export async function askedPlans(tx: Tx, actor: Person, patientId: string): Promise<PlanView[]> {
  const plans = await publishedPlans(tx, actor, patientId);
  const requests = await requestedPlans(tx, actor, patientId);
  return [...plans, ...(requests.get(patientId) ?? [])];
}
