import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instrumentVersions, responses, scores } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { ResponseRecord } from "../response-record";
import type { Instrument } from "../schemas";

/** Every response of a patient with its version and scores, oldest first, in two statements; corrected ones too. */
export async function responseRecords(tx: Tx, actor: Person, patientId: string): Promise<ResponseRecord[]> {
  const rows = await tx
    .select({
      id: responses.id,
      correctsId: responses.correctsId,
      dueOn: responses.dueOn,
      startedAt: responses.startedAt,
      submittedAt: responses.submittedAt,
      submittedOn: responses.submittedOn,
      answers: responses.answers,
      instrumentId: instrumentVersions.instrumentId,
      versionNumber: instrumentVersions.number,
      body: instrumentVersions.body,
    })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .where(and(inScope(actor, responses), eq(responses.patientId, patientId)))
    .orderBy(asc(responses.submittedAt), asc(responses.id));
  if (rows.length === 0) return [];
  const given = await tx
    .select({
      responseId: scores.responseId,
      subscale: scores.subscale,
      isTotal: scores.isTotal,
      raw: scores.raw,
      rawMax: scores.rawMax,
      worst100: scores.worst100,
      answered: scores.answered,
      imputed: scores.imputed,
      reason: scores.reason,
    })
    .from(scores)
    .where(
      and(
        inScope(actor, scores),
        inArray(
          scores.responseId,
          rows.map(({ id }) => id),
        ),
      ),
    );
  return rows.map(({ body, ...row }) => ({
    ...row,
    instrument: body as Instrument,
    scores: given.filter(({ responseId }) => responseId === row.id),
  }));
}
