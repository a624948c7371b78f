import { and, eq, gte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { practiceLogs, readingReceipts } from "@/db/schema/practice";
import { responses } from "@/db/schema/questionnaires";
import { onBehalfOf } from "@/lib/access/on-behalf";
import { loadToday } from "@/lib/practice/queries/today";

type Patient = { clinicId: string; patientId: string; timeZone: string };

/** Of a patient's day what reminders ask: whether exercises are left to do, or anything at all. */
export type LeftToday = { hasExercises: boolean; isOpen: boolean };

/** What is left to do, by the same rule as Today; in a transaction of the system actor. */
export async function leftToday(tx: Tx, patient: Patient, now: Date): Promise<LeftToday> {
  const { today } = await loadToday(tx, onBehalfOf(patient), now);
  const hasExercises = today.exercises.some(({ state }) => state === "due");
  return { hasExercises, isOpen: hasExercises || today.reading.length > 0 || today.questions.length > 0 };
}

/** Whether anything reached us from the patient since an instant: a log, an article read, answers sent. */
export async function hasReportedSince(tx: Tx, { clinicId, patientId }: Patient, since: Date): Promise<boolean> {
  const from = (table: typeof practiceLogs | typeof readingReceipts | typeof responses) =>
    tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.clinicId, clinicId), eq(table.patientId, patientId), gte(table.receivedAt, since)))
      .limit(1);
  for (const table of [practiceLogs, readingReceipts, responses]) {
    if ((await from(table)).length > 0) return true;
  }
  return false;
}
