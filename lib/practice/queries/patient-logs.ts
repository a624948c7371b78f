import { and, between, eq } from "drizzle-orm";
import { patients } from "@/db/schema/identity";
import { practiceLogs } from "@/db/schema/practice";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { publishedPlans } from "@/lib/plans/queries";
import { patientLogsSchema } from "../schemas";
import { planOfLine, tellApart } from "../telling-apart";
import { type LogRow, logRows } from "./logs";
import { type SessionRow, sessionRows } from "./sessions";

export type PatientLog = LogRow & {
  /** The name of its plan, when another plan has the same in these days. */
  plan?: string;
  /** The log that replaced this one; null for one that stands. */
  replacedById: string | null;
};

export type PatientLogs = { timeZone: string; logs: PatientLog[]; sessions: SessionRow[] };

/**
 * All a patient reported of the days from one to another, both inclusive, for their clinician: every row, those that were
 * corrected too, beside the dose in force on the day.
 */
export const getPatientLogs = query({
  can: "practice.read-patient",
  input: patientLogsSchema,
  async run({ tx, actor, input, opened }): Promise<PatientLogs> {
    const [patient] = await tx
      .select({ id: patients.id, timeZone: patients.timeZone })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, input.patientId)));
    const { id, timeZone } = found(patient);
    opened(id);
    const rows = await logRows(tx, actor, id, between(practiceLogs.dueOn, input.from, input.to));
    const names = planOfLine(await publishedPlans(tx, actor, id));
    const replacements = new Map(rows.flatMap((row) => (row.correctsId ? [[row.correctsId, row.id] as const] : [])));
    return {
      timeZone,
      logs: tellApart(rows, ({ planItemId }) => names.get(planItemId)).map((row) => ({
        ...row,
        replacedById: replacements.get(row.id) ?? null,
      })),
      sessions: await sessionRows(tx, actor, id, input),
    };
  },
});
