import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Person } from "./actor";

/**
 * Which rows of a patient's record a person may see: a clinician all of the clinic's, a patient their own, anybody else none.
 * The database says the same by row-level security; saying it here too keeps each statement right on its own.
 */
export function inScope(actor: Person, table: { clinicId: PgColumn; patientId: PgColumn }): SQL {
  const clinic = eq(table.clinicId, actor.clinicId);
  if (actor.role === "clinician") return clinic;
  if (actor.role === "patient" && actor.patientId)
    return and(clinic, eq(table.patientId, actor.patientId)) ?? sql`false`;
  return sql`false`;
}
