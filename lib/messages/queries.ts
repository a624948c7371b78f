import { and, asc, desc, eq, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships, patients } from "@/db/schema/identity";
import { libraryVersions } from "@/db/schema/library";
import { messages } from "@/db/schema/messages";
import { planItems } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";

export type Answer = { id: string; body: string; by: string; sentAt: Date };
/** A question with its answers, oldest first; none while it is open. */
export type Question = { id: string; body: string; sentAt: Date; aboutTitle: string | null; answers: Answer[] };

/** A patient's questions to the clinic, each newest first: those nobody has answered, and the others. */
export type PatientQuestions = { open: Question[]; answered: Question[] };

const answers = alias(messages, "answers");
const about = alias(libraryVersions, "about");

/** The patient's own questions about what a line of their plan is about, in whichever version they were asked, newest first. */
export const getOwnQuestions = query({
  can: "messages.read-own",
  input: z.strictObject({ planItemId: z.uuid() }),
  async run({ tx, actor, input: { planItemId } }): Promise<Question[]> {
    const [line] = await tx
      .select({ itemId: libraryVersions.itemId })
      .from(planItems)
      .innerJoin(
        libraryVersions,
        and(eq(libraryVersions.clinicId, planItems.clinicId), eq(libraryVersions.id, planItems.libraryVersionId)),
      )
      .where(and(inScope(actor, planItems), eq(planItems.id, planItemId)));
    return questions(tx, actor, eq(about.itemId, found(line).itemId));
  },
});

/** All that a patient has asked the clinic. Staff leave an access row. */
export const getPatientQuestions = query({
  can: "messages.read-patient",
  input: z.strictObject({ patientId: z.uuid() }),
  async run({ tx, actor, input: { patientId }, opened }): Promise<PatientQuestions> {
    const [patient] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId)));
    opened(found(patient).id);
    const asked = await questions(tx, actor, eq(messages.patientId, patientId));
    return {
      open: asked.filter((question) => question.answers.length === 0),
      answered: asked.filter((question) => question.answers.length > 0),
    };
  },
});

/** Questions with their answers in one statement, newest first; the rows are scoped to the actor. */
async function questions(tx: Tx, actor: Person, which: SQL): Promise<Question[]> {
  const rows = await tx
    .select({
      id: messages.id,
      body: messages.body,
      sentAt: messages.sentAt,
      aboutTitle: about.title,
      answer: { id: answers.id, body: answers.body, by: memberships.name, sentAt: answers.sentAt },
    })
    .from(messages)
    .leftJoin(about, and(eq(about.clinicId, messages.clinicId), eq(about.id, messages.aboutVersionId)))
    .leftJoin(answers, and(eq(answers.clinicId, messages.clinicId), eq(answers.answersId, messages.id)))
    .leftJoin(memberships, and(eq(memberships.clinicId, answers.clinicId), eq(memberships.id, answers.authorId)))
    .where(and(inScope(actor, messages), isNull(messages.answersId), which))
    .orderBy(desc(messages.sentAt), desc(messages.id), asc(answers.sentAt), asc(answers.id));
  const asked = new Map<string, Question>();
  for (const { answer, ...row } of rows) {
    const question = asked.get(row.id) ?? { ...row, answers: [] };
    asked.set(row.id, question);
    const { id, body, by, sentAt } = answer;
    if (id !== null && body !== null && sentAt !== null) question.answers.push({ id, body, by: by ?? "", sentAt });
  }
  return [...asked.values()];
}

/**
 * The words of questions without an answer by patient, oldest first, in one statement: of one patient, or of all the actor may
 * see. For queries that already hold a transaction.
 */
export async function unansweredByPatient(tx: Tx, actor: Person, patientId?: string): Promise<Map<string, string[]>> {
  const answer = tx
    .select({ one: sql`1` })
    .from(answers)
    .where(and(eq(answers.clinicId, messages.clinicId), eq(answers.answersId, messages.id)));
  const rows = await tx
    .select({ patientId: messages.patientId, body: messages.body })
    .from(messages)
    .where(
      and(
        inScope(actor, messages),
        patientId === undefined ? undefined : eq(messages.patientId, patientId),
        isNull(messages.answersId),
        notExists(answer),
      ),
    )
    .orderBy(asc(messages.sentAt), asc(messages.id));
  const open = new Map<string, string[]>();
  for (const { patientId: of, body } of rows) open.set(of, [...(open.get(of) ?? []), body]);
  return open;
}

/** How the questions about one text stand. */
export type AskedAbout = { open: number; answered: number };

/**
 * How many questions the actor may see about each of these texts, in whichever version they were asked, by version id and in
 * one statement; a text nobody asked about is left out. For queries that already hold a transaction.
 */
export async function askedAbout(
  tx: Tx,
  actor: Person,
  versionIds: readonly string[],
): Promise<Map<string, AskedAbout>> {
  const isAnswered = sql`exists (select from ${messages} a where a.clinic_id = ${messages.clinicId} and a.answers_id = ${messages.id})`;
  const rows = await tx
    .select({
      versionId: libraryVersions.id,
      open: sql<number>`(count(*) filter (where not ${isAnswered}))::int`,
      answered: sql<number>`(count(*) filter (where ${isAnswered}))::int`,
    })
    .from(libraryVersions)
    .innerJoin(about, and(eq(about.clinicId, libraryVersions.clinicId), eq(about.itemId, libraryVersions.itemId)))
    .innerJoin(messages, and(eq(messages.clinicId, about.clinicId), eq(messages.aboutVersionId, about.id)))
    .where(and(inScope(actor, messages), isNull(messages.answersId), inArray(libraryVersions.id, [...versionIds])))
    .groupBy(libraryVersions.id);
  return new Map(rows.map(({ versionId, ...counts }) => [versionId, counts]));
}
