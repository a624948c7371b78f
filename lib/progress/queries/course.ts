import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { libraryVersions } from "@/db/schema/library";
import { practiceLogs, readingReceipts } from "@/db/schema/practice";
import { planPauses } from "@/db/schema/progression";
import { instrumentVersions, responses, scores } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { publishedPlans } from "@/lib/plans/queries";
import { requestedPlans } from "@/lib/plans/queries/requests";
import type { PauseReason } from "@/lib/plans/vocabulary";
import type { Outcome } from "@/lib/practice/vocabulary";
import { instrumentSchema } from "@/lib/questionnaires/instrument-schema";
import type { ResponseSource } from "@/lib/questionnaires/vocabulary";
import type {
  Course,
  CourseInstrument,
  CourseLog,
  CoursePause,
  CourseReading,
  CourseResponse,
  CourseScore,
} from "../course";

/**
 * Everything that progress is drawn from, in six statements however long the course. For queries that already hold a
 * transaction; the rows are scoped to the actor. `timeZone` is the patient's own.
 */
export async function loadCourse(
  tx: Tx,
  actor: Person,
  patient: { id: string; timeZone: string },
  now: Date,
): Promise<Course> {
  const sent = await responsesOf(tx, actor, patient.id);
  return {
    today: calendarDayOf(now, patient.timeZone),
    timeZone: patient.timeZone,
    plans: await publishedPlans(tx, actor, patient.id),
    pauses: await pausesOf(tx, actor, patient.id),
    requests: (await requestedPlans(tx, actor, patient.id)).get(patient.id) ?? [],
    logs: await logsOf(tx, actor, patient.id),
    readings: await readingsOf(tx, actor, patient.id),
    responses: sent,
    instruments: await instrumentsOf(tx, actor, [...new Set(sent.map((response) => response.instrumentVersionId))]),
  };
}

async function pausesOf(tx: Tx, actor: Person, patientId: string): Promise<CoursePause[]> {
  const rows = await tx
    .select({
      id: planPauses.id,
      planId: planPauses.planId,
      from: planPauses.startsOn,
      to: planPauses.endsOn,
      reason: planPauses.reason,
      name: memberships.name,
      role: memberships.role,
    })
    .from(planPauses)
    .leftJoin(memberships, and(eq(memberships.clinicId, planPauses.clinicId), eq(memberships.id, planPauses.setBy)))
    .where(and(inScope(actor, planPauses), eq(planPauses.patientId, patientId)))
    .orderBy(asc(planPauses.setAt), asc(planPauses.id));
  return rows.map(({ name, role, reason, ...pause }) => ({
    ...pause,
    reason: reason as PauseReason,
    by: role === "patient" ? "patient" : name === null ? null : { name },
  }));
}

async function logsOf(tx: Tx, actor: Person, patientId: string): Promise<CourseLog[]> {
  const rows = await tx
    .select({
      id: practiceLogs.id,
      correctsId: practiceLogs.correctsId,
      correctionReason: practiceLogs.correctionReason,
      planItemId: practiceLogs.planItemId,
      itemKey: practiceLogs.itemKey,
      dueOn: practiceLogs.dueOn,
      occasion: practiceLogs.occasion,
      outcome: practiceLogs.outcome,
      setsDone: practiceLogs.setsDone,
      painNrs: practiceLogs.painNrs,
      note: practiceLogs.note,
      performedAt: practiceLogs.performedAt,
      receivedAt: practiceLogs.receivedAt,
    })
    .from(practiceLogs)
    .where(and(inScope(actor, practiceLogs), eq(practiceLogs.patientId, patientId)))
    .orderBy(asc(practiceLogs.dueOn), asc(practiceLogs.receivedAt));
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }));
}

async function readingsOf(tx: Tx, actor: Person, patientId: string): Promise<CourseReading[]> {
  return tx
    .select({
      itemKey: readingReceipts.itemKey,
      dueOn: readingReceipts.dueOn,
      title: libraryVersions.title,
      readAt: readingReceipts.readAt,
    })
    .from(readingReceipts)
    .innerJoin(
      libraryVersions,
      and(
        eq(libraryVersions.clinicId, readingReceipts.clinicId),
        eq(libraryVersions.id, readingReceipts.libraryVersionId),
      ),
    )
    .where(and(inScope(actor, readingReceipts), eq(readingReceipts.patientId, patientId)))
    .orderBy(asc(readingReceipts.readAt));
}

async function responsesOf(tx: Tx, actor: Person, patientId: string): Promise<CourseResponse[]> {
  const answeredOn = sql<CalendarDay>`coalesce(${responses.answeredOn}, ${responses.submittedOn})`;
  const rows = await tx
    .select({
      response: {
        id: responses.id,
        correctsId: responses.correctsId,
        instrumentVersionId: responses.instrumentVersionId,
        itemKey: responses.itemKey,
        dueOn: responses.dueOn,
        answeredOn,
        submittedAt: responses.submittedAt,
        source: responses.source,
        names: responses.named,
        flags: responses.flags,
      },
      score: {
        subscale: scores.subscale,
        raw: scores.raw,
        rawMin: scores.rawMin,
        rawMax: scores.rawMax,
        worst100: scores.worst100,
        reason: scores.reason,
        band: scores.band,
      },
    })
    .from(responses)
    .leftJoin(scores, and(eq(scores.clinicId, responses.clinicId), eq(scores.responseId, responses.id)))
    .where(and(inScope(actor, responses), eq(responses.patientId, patientId)))
    .orderBy(asc(answeredOn), asc(responses.submittedAt), asc(responses.id));
  const found = new Map<string, CourseResponse & { scores: CourseScore[] }>();
  for (const { response: row, score } of rows) {
    const source = row.source as ResponseSource;
    const response = found.get(row.id) ?? { ...row, source, names: row.names ?? {}, scores: [] };
    found.set(row.id, response);
    if (score !== null) response.scores.push(score);
  }
  return [...found.values()];
}

async function instrumentsOf(tx: Tx, actor: Person, versionIds: readonly string[]): Promise<CourseInstrument[]> {
  const rows = await tx
    .select({ versionId: instrumentVersions.id, body: instrumentVersions.body })
    .from(instrumentVersions)
    .where(and(eq(instrumentVersions.clinicId, actor.clinicId), inArray(instrumentVersions.id, [...versionIds])));
  return rows.map(({ versionId, body }) => ({ ...instrumentSchema.parse(body), versionId }));
}
