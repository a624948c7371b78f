import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instrumentVersions, responses, scores } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { Instrument } from "../instrument-schema";
import type { ResponseRecord } from "../response-record";
import type { ResponseSource } from "../vocabulary";
import { answeredOn } from "./answered";

/** Every response of a patient with its version and scores, by the day the answers speak of, in two statements; corrected ones too. */
export async function responseRecords(tx: Tx, actor: Person, patientId: string): Promise<ResponseRecord[]> {
  const rows = await tx
    .select({
      id: responses.id,
      correctsId: responses.correctsId,
      dueOn: responses.dueOn,
      startedAt: responses.startedAt,
      submittedAt: responses.submittedAt,
      submittedOn: responses.submittedOn,
      answeredOn,
      source: responses.source,
      correctionReason: responses.correctionReason,
      answers: responses.answers,
      declined: responses.declined,
      named: responses.named,
      flags: responses.flags,
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
    .orderBy(asc(answeredOn), asc(responses.submittedAt), asc(responses.id));
  if (rows.length === 0) return [];
  const given = await tx
    .select({
      responseId: scores.responseId,
      subscale: scores.subscale,
      isTotal: scores.isTotal,
      raw: scores.raw,
      rawMin: scores.rawMin,
      rawMax: scores.rawMax,
      worst100: scores.worst100,
      answered: scores.answered,
      imputed: scores.imputed,
      reason: scores.reason,
      band: scores.band,
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
  return rows.map(({ body, named, source, ...row }) => ({
    ...row,
    source: source as ResponseSource,
    names: named ?? {},
    instrument: body as Instrument,
    scores: given.filter(({ responseId }) => responseId === row.id),
  }));
}
