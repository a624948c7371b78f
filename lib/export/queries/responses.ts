import { and, eq } from "drizzle-orm";
import { memberships, patients } from "@/db/schema/identity";
import { responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { env } from "@/lib/core/env";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { getInstrument } from "@/lib/questionnaires/queries/instruments";
import { responseRecords } from "@/lib/questionnaires/queries/records";
import { shownKept, standingRecords } from "@/lib/questionnaires/response-record";
import type { FhirBase } from "../fhir/addresses";
import type { ExportedResponse } from "../fhir/exported-response";
import { exportedResponsesSchema } from "../schemas";

/** What leaves the portal of a patient's questionnaires, and the address its FHIR resources are defined under. */
export type ExportedResponses = { patientId: string; base: FhirBase; at: Date; responses: ExportedResponse[] };

/** The answers of a patient, or one response of them, oldest first, with what corrects what. Throws AppError not-found. */
export const getExportedResponses = query({
  can: "export.responses",
  input: exportedResponsesSchema,
  async run({ tx, actor, now, input: { patientId, responseId }, opened }): Promise<ExportedResponses> {
    const own = inScope(actor, { clinicId: patients.clinicId, patientId: patients.id });
    const [patient] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(own, eq(patients.id, patientId)));
    found(patient);
    opened(patientId);
    const records = await responseRecords(tx, actor, patientId);
    const senders = await tx
      .select({ id: responses.id, memberId: memberships.id })
      .from(responses)
      .innerJoin(
        memberships,
        and(eq(memberships.clinicId, responses.clinicId), eq(memberships.id, responses.submittedBy)),
      )
      .where(and(inScope(actor, responses), eq(responses.patientId, patientId)));
    const senderOf = new Map(senders.map(({ id, memberId }) => [id, memberId]));
    const standing = new Set(standingRecords(records).map(({ id }) => id));
    const wanted = records.filter(({ id }) => responseId === undefined || id === responseId);
    if (responseId !== undefined) found(wanted[0]);
    return {
      patientId,
      base: baseOf(actor.clinicId),
      at: now,
      responses: wanted.map((record): ExportedResponse => {
        const { id, instrument, versionNumber, answers, declined, names, submittedAt, answeredOn, source, correctsId } =
          record;
        return {
          id,
          patientId,
          instrument,
          versionNumber,
          answers,
          declined,
          names,
          submittedAt,
          answeredOn,
          source,
          enteredById: source === "portal" ? null : (senderOf.get(id) ?? null),
          correctsId,
          isCorrected: !standing.has(id),
          scores: record.scores.map((kept) => ({
            ...shownKept([kept], kept.subscale, instrument),
            id: kept.subscale,
            isTotal: kept.isTotal,
            answered: kept.answered,
            imputed: kept.imputed,
            band: kept.band,
          })),
        };
      }),
    };
  },
});

/** A clinic's words are its own: what one defines is never found under another's address. */
function baseOf(clinicId: string): FhirBase {
  return { url: `${env().PUBLIC_URL.replace(/\/+$/, "")}/clinics/${clinicId}` };
}

/** The latest version of a questionnaire with the address it is defined under. Throws AppError not-found. */
export async function getExportedInstrument(actor: Person, input: { slug: string }) {
  return { ...(await getInstrument(actor, input)), base: baseOf(actor.clinicId) };
}
