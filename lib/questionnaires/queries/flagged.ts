import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instrumentVersions, responseReviews, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { Instrument } from "../instrument-schema";
import { reasonsOf } from "../result";
import type { FlagLevel } from "../vocabulary";
import { isStanding } from "./standing";

/** An answer that must be acted on and that nobody has noted as seen. */
export type FlaggedAnswer = { level: FlagLevel; reason: string };

const isUnseen = sql`not exists (select from ${responseReviews} seen
  where seen.clinic_id = ${responses.clinicId} and seen.response_id = ${responses.id})`;

/** What patients answered that must be acted on, by patient, until a clinician notes that they have seen it. One statement; a patient, or all. */
export async function flaggedByPatient(
  tx: Tx,
  actor: Person,
  patientId?: string,
): Promise<Map<string, FlaggedAnswer[]>> {
  const rows = await tx
    .select({ patientId: responses.patientId, flags: responses.flags, body: instrumentVersions.body })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .where(
      and(
        inScope(actor, responses),
        patientId === undefined ? undefined : eq(responses.patientId, patientId),
        sql`${responses.flags} <> '[]'::jsonb`,
        isStanding,
        isUnseen,
      ),
    )
    .orderBy(asc(responses.submittedAt));
  const found = new Map<string, FlaggedAnswer[]>();
  for (const { patientId: of, flags, body } of rows) {
    found.set(of, [...(found.get(of) ?? []), ...reasonsOf(flags, body as Instrument)]);
  }
  return found;
}
