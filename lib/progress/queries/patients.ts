import { and, eq, ilike, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { planItems } from "@/db/schema/plans";
import { practiceLogs } from "@/db/schema/practice";
import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { query } from "@/lib/core/query";
import type { LoggedOccurrence } from "@/lib/practice/adherence";
import type { Outcome } from "@/lib/practice/vocabulary";
import { type PatientEntry, patientEntry } from "../patient-entry";
import { patientSearchSchema } from "../schemas";
import { RECENT_PRACTICE_DAYS } from "../summary";
import { plansByPatient, standingSince } from "./clinic";
import { peopleOf } from "./people";

export type PatientList = { search: string; entries: PatientEntry[] };

/** The patients of the clinic by name, or those whose name contains what was searched for; three statements. */
export const getPatients = query({
  can: "identity.list-patients",
  input: patientSearchSchema,
  async run({ tx, actor, now, input: { search }, listed }): Promise<PatientList> {
    const people = await peopleOf(tx, actor, search === "" ? undefined : ilike(patients.name, `%${literal(search)}%`));
    const ids = people.map((person) => person.id);
    // A day of margin: a patient's day may lie behind the clinic's.
    const since = addDays(calendarDayOf(now, actor.timeZone), -RECENT_PRACTICE_DAYS - 1);
    const plans = await plansByPatient(tx, actor, ids);
    const logs = await logsByPatient(tx, actor, ids, since);
    listed(people.length);
    return {
      search,
      entries: people.map((person) => patientEntry(person, plans.get(person.id) ?? [], logs.get(person.id) ?? [], now)),
    };
  },
});

/** The text as LIKE takes it literally. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

async function logsByPatient(
  tx: Tx,
  actor: Person,
  patientIds: readonly string[],
  since: CalendarDay,
): Promise<Map<string, LoggedOccurrence[]>> {
  const rows = await tx
    .select({
      patientId: practiceLogs.patientId,
      id: practiceLogs.id,
      correctsId: practiceLogs.correctsId,
      itemKey: practiceLogs.itemKey,
      dueOn: practiceLogs.dueOn,
      occasion: practiceLogs.occasion,
      outcome: practiceLogs.outcome,
      setsDone: practiceLogs.setsDone,
      sets: planItems.sets,
    })
    .from(practiceLogs)
    .innerJoin(planItems, and(eq(planItems.clinicId, practiceLogs.clinicId), eq(planItems.id, practiceLogs.planItemId)))
    .where(and(standingSince(tx, actor, since), inArray(practiceLogs.patientId, [...patientIds])));
  const found = new Map<string, LoggedOccurrence[]>();
  for (const { patientId, outcome, sets, ...log } of rows) {
    const logs = found.get(patientId) ?? [];
    logs.push({ ...log, outcome: outcome as Outcome, setsPrescribed: sets ?? 0 });
    found.set(patientId, logs);
  }
  return found;
}
