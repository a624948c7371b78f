import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { libraryVersions } from "@/db/schema/library";
import { planItems } from "@/db/schema/plans";
import { practiceLogs } from "@/db/schema/practice";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { doseOf } from "@/lib/plans/queries";
import type { Dose } from "@/lib/plans/schemas";
import { isCorrectable } from "../log-rules";
import type { Outcome, SkipReason } from "../vocabulary";

/** A log as it was written, beside the dose that was prescribed on that day. */
export type LogRow = {
  id: string;
  correctsId: string | null;
  correctionReason: string | null;
  planItemId: string;
  itemKey: string;
  title: string;
  dose: Dose | null;
  painCeiling: number;
  dueOn: CalendarDay;
  occasion: number;
  outcome: Outcome;
  skipReason: SkipReason | null;
  setsDone: number | null;
  repetitionsDone: number | null;
  holdSecondsDone: number | null;
  loadKg: number | null;
  painNrs: number | null;
  effortRpe: number | null;
  note: string;
  performedAt: Date;
  performedOn: CalendarDay;
  receivedAt: Date;
};

/**
 * Logs of one patient, newest day first and the rest as it came in, in one statement; rows the actor may not see are left
 * out. Every row is there, those a later one corrects too.
 */
export async function logRows(tx: Tx, actor: Person, patientId: string, which?: SQL): Promise<LogRow[]> {
  const rows = await tx
    .select({
      id: practiceLogs.id,
      correctsId: practiceLogs.correctsId,
      correctionReason: practiceLogs.correctionReason,
      planItemId: practiceLogs.planItemId,
      itemKey: practiceLogs.itemKey,
      title: libraryVersions.title,
      sets: planItems.sets,
      repetitions: planItems.repetitions,
      holdSeconds: planItems.holdSeconds,
      restSeconds: planItems.restSeconds,
      prescribedLoadKg: planItems.loadKg,
      tempo: planItems.tempo,
      side: planItems.side,
      bandColour: planItems.bandColour,
      painCeiling: planItems.painCeiling,
      dueOn: practiceLogs.dueOn,
      occasion: practiceLogs.occasion,
      outcome: practiceLogs.outcome,
      skipReason: practiceLogs.skipReason,
      setsDone: practiceLogs.setsDone,
      repetitionsDone: practiceLogs.repetitionsDone,
      holdSecondsDone: practiceLogs.holdSecondsDone,
      loadKg: practiceLogs.loadKg,
      painNrs: practiceLogs.painNrs,
      effortRpe: practiceLogs.effortRpe,
      note: practiceLogs.note,
      performedAt: practiceLogs.performedAt,
      timeZone: practiceLogs.timeZone,
      receivedAt: practiceLogs.receivedAt,
    })
    .from(practiceLogs)
    .innerJoin(planItems, and(eq(planItems.clinicId, practiceLogs.clinicId), eq(planItems.id, practiceLogs.planItemId)))
    .innerJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, planItems.clinicId), eq(libraryVersions.id, planItems.libraryVersionId)),
    )
    .where(and(inScope(actor, practiceLogs), eq(practiceLogs.patientId, patientId), which))
    .orderBy(
      desc(practiceLogs.dueOn),
      asc(practiceLogs.occasion),
      asc(planItems.position),
      asc(practiceLogs.receivedAt),
      asc(practiceLogs.id),
    );
  return rows.map(
    ({ sets, repetitions, holdSeconds, restSeconds, prescribedLoadKg, tempo, side, bandColour, timeZone, ...log }) => ({
      ...log,
      outcome: log.outcome as Outcome,
      skipReason: log.skipReason as SkipReason | null,
      performedOn: calendarDayOf(log.performedAt, timeZone),
      dose: doseOf({ sets, repetitions, holdSeconds, restSeconds, loadKg: prescribedLoadKg, tempo, side, bandColour }),
    }),
  );
}

export type LogToCorrect = LogRow & {
  /** The log that replaced this one, if there is one; only the newest can be corrected. */
  replacedById: string | null;
  isCorrectable: boolean;
};

/** One of the patient's own logs, for the form that corrects it. */
export const getLog = query({
  can: "practice.read-history",
  input: z.strictObject({ logId: z.uuid() }),
  async run({ tx, actor, now, input }): Promise<LogToCorrect> {
    const [log] = await logRows(tx, actor, found(actor.patientId), eq(practiceLogs.id, input.logId));
    const [replacement] = await tx
      .select({ id: practiceLogs.id })
      .from(practiceLogs)
      .where(and(inScope(actor, practiceLogs), eq(practiceLogs.correctsId, input.logId)));
    const { timeZone } = actor;
    const standing = found(log);
    return {
      ...standing,
      replacedById: replacement?.id ?? null,
      isCorrectable: isCorrectable({ performedAt: standing.performedAt, now, timeZone }),
    };
  },
});
