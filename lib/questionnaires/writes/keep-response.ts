import type { Tx } from "@/db/client";
import { responses, scores } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import type { CalendarDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { Answers, Instrument, Names } from "../instrument-schema";
import { type InstrumentScore, scoreInstrument } from "../instrument-score";
import type { ResponseSource } from "../vocabulary";

/**
 * A whole set of answers as it is kept. Every item of the instrument is in `answers`; null is not answered, and by choice when it is in
 * `declined`.
 */
export type ResponseToKeep = {
  id: string;
  patientId: string;
  itemKey: string;
  dueOn: CalendarDay;
  instrumentVersionId: string;
  instrument: Instrument;
  answers: Answers;
  declined: readonly string[];
  names: Names;
  startedAt: Date;
  submittedAt: Date;
  submittedOn: CalendarDay;
  /** When it is not the day of sending. */
  answeredOn: CalendarDay | null;
  receivedAt: Date;
  source: ResponseSource;
  correctsId: string | null;
  correctionReason: string | null;
};

type Rows = {
  scored: InstrumentScore;
  response: typeof responses.$inferInsert;
  scores: (typeof scores.$inferInsert)[];
};

/**
 * A response and its scores as rows, with whatever of the answers must be acted on.
 * @throws InvalidAnswerError on an answer nobody could have given.
 */
export function responseRows(actor: Pick<Person, "clinicId" | "memberId">, given: ResponseToKeep): Rows {
  const { instrument, names, answers, declined, ...response } = given;
  const { clinicId, memberId: submittedBy } = actor;
  const scored = scoreInstrument(instrument, answers);
  const { id: responseId, patientId } = given;
  const named = Object.keys(names).length === 0 ? null : { ...names };
  return {
    scored,
    response: {
      ...response,
      answers: { ...answers },
      declined: [...declined],
      named,
      flags: scored.flags,
      clinicId,
      submittedBy,
    },
    scores: scoreRows(scored).map((row) => ({ ...row, clinicId, id: newId(), responseId, patientId })),
  };
}

/**
 * Keeps answers with their scores; for commands that hold a transaction.
 * @throws InvalidAnswerError on an answer nobody could have given; nothing is kept then.
 */
export async function keepResponse(tx: Tx, actor: Person, given: ResponseToKeep): Promise<InstrumentScore> {
  const rows = responseRows(actor, given);
  await tx.insert(responses).values(rows.response);
  if (rows.scores.length > 0) await tx.insert(scores).values(rows.scores);
  return rows.scored;
}

/** Scores as rows; the published word stands with the whole, or with the first part where there is none. */
function scoreRows({ parts, band }: InstrumentScore) {
  const worded = parts.find(({ id }) => id === "total") ?? parts[0];
  return parts.map((part) => ({
    subscale: part.id,
    isTotal: part.isTotal,
    raw: part.raw,
    rawMin: part.range[0],
    rawMax: part.range[1],
    worst100: part.worst100,
    answered: part.answered,
    imputed: part.imputed,
    reason: part.reason,
    band: part === worded ? band : null,
  }));
}
