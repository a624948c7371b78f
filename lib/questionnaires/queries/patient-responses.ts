import { and, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships, patients } from "@/db/schema/identity";
import { instrumentVersions, questionnaireRequests, responseReviews, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import type { Instrument } from "../instrument-schema";
import { type DueOccasion, dueOccasions } from "../occasions";
import { type ResponseContext, type ResponseDetail, responseDetails } from "../response-detail";
import { answeredOccasions, begunCopies } from "./answered";
import { askedPlans } from "./asked-plans";
import { responseRecords } from "./records";

/** A questionnaire that waits for the patient; `requestId` when it was sent beside the plan and can be taken back. */
export type WaitingQuestions = Pick<DueOccasion, "title" | "dueOn" | "overdueDays" | "closesOn"> & {
  itemKey: string;
  requestId: string | null;
};

export type PatientResponses = {
  patientId: string;
  /** On the patient's own calendar. */
  today: CalendarDay;
  waiting: WaitingQuestions[];
  responses: ResponseDetail[];
};

/** What waits for a patient, and every questionnaire they sent, newest first, with each answer, its change and the scores; for the clinician. */
export const getPatientResponses = query({
  can: "questionnaires.read-patient",
  input: z.strictObject({ patientId: z.uuid() }),
  async run({ tx, actor, now, input, opened }): Promise<PatientResponses> {
    const { patientId } = input;
    const own = { clinicId: patients.clinicId, patientId: patients.id };
    const [row] = await tx
      .select({ timeZone: patients.timeZone })
      .from(patients)
      .where(and(inScope(actor, own), eq(patients.id, patientId)));
    const { timeZone } = found(row);
    opened(patientId);
    const today = calendarDayOf(now, timeZone);
    const records = await responseRecords(tx, actor, patientId);
    return {
      patientId,
      today,
      waiting: await waitingFor(tx, actor, patientId, today),
      responses: responseDetails(records, await contextOf(tx, actor, patientId, timeZone)),
    };
  },
});

async function waitingFor(tx: Tx, actor: Person, patientId: string, today: CalendarDay): Promise<WaitingQuestions[]> {
  const answered = await answeredOccasions(tx, actor, patientId);
  const begun = await begunCopies(tx, actor, patientId);
  const due = dueOccasions(await askedPlans(tx, actor, patientId), today, answered, begun);
  const requests = await tx
    .select({ id: questionnaireRequests.id })
    .from(questionnaireRequests)
    .where(
      and(
        inScope(actor, questionnaireRequests),
        eq(questionnaireRequests.patientId, patientId),
        isNull(questionnaireRequests.withdrawnAt),
      ),
    );
  const sent = new Set(requests.map(({ id }) => id));
  return due.map(({ itemKey, title, dueOn, overdueDays, closesOn }) => ({
    itemKey,
    title,
    dueOn,
    overdueDays,
    closesOn,
    requestId: sent.has(itemKey) ? itemKey : null,
  }));
}

/** Who entered answers from outside the portal, and who has seen those that must be acted on. */
async function contextOf(tx: Tx, actor: Person, patientId: string, timeZone: string): Promise<ResponseContext> {
  const entered = await tx
    .select({ id: responses.id, by: memberships.name })
    .from(responses)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, responses.clinicId), eq(memberships.id, responses.submittedBy)),
    )
    .where(and(inScope(actor, responses), eq(responses.patientId, patientId), ne(responses.source, "portal")));
  const reviews = await tx
    .select({
      id: responseReviews.responseId,
      at: responseReviews.reviewedAt,
      by: memberships.name,
      note: responseReviews.note,
    })
    .from(responseReviews)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, responseReviews.clinicId), eq(memberships.id, responseReviews.reviewedBy)),
    )
    .where(and(inScope(actor, responseReviews), eq(responseReviews.patientId, patientId)));
  return {
    enteredBy: new Map(entered.map(({ id, by }) => [id, by])),
    reviewed: new Map(reviews.map(({ id, at, by, note }) => [id, { on: calendarDayOf(at, timeZone), by, note }])),
  };
}

/** The version of one response, to put right answers entered from paper. Throws AppError not-found. */
export const getPaperResponse = query({
  can: "questionnaires.read-patient",
  input: z.strictObject({ patientId: z.uuid(), responseId: z.uuid() }),
  async run({ tx, actor, input: { patientId, responseId }, opened }) {
    const [row] = await tx
      .select({
        responseId: responses.id,
        body: instrumentVersions.body,
        answers: responses.answers,
        named: responses.named,
        answeredOn: responses.answeredOn,
      })
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
          eq(responses.patientId, patientId),
          eq(responses.id, responseId),
          ne(responses.source, "portal"),
        ),
      );

    const { body, named, ...response } = found(row);
    opened(patientId);
    return { ...response, names: named ?? {}, instrument: body as Instrument };
  },
});
