import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { practiceSessions } from "@/db/schema/practice";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";

/** A session as it was told. */
export type SessionRow = {
  id: string;
  performedOn: CalendarDay;
  startedAt: Date;
  activeSeconds: number;
  effortRpe: number | null;
  note: string;
  endedEarly: boolean;
};

/** The sessions a patient began from one day to another, both inclusive, in the zone they were in; newest first. */
export async function sessionRows(
  tx: Tx,
  actor: Person,
  patientId: string,
  { from, to }: { from: CalendarDay; to: CalendarDay },
): Promise<SessionRow[]> {
  const begun = sql`(${practiceSessions.startedAt} at time zone ${practiceSessions.timeZone})::date`;
  const rows = await tx
    .select({
      id: practiceSessions.id,
      startedAt: practiceSessions.startedAt,
      activeSeconds: practiceSessions.activeSeconds,
      effortRpe: practiceSessions.effortRpe,
      note: practiceSessions.note,
      endedEarly: practiceSessions.endedEarly,
      timeZone: practiceSessions.timeZone,
    })
    .from(practiceSessions)
    .where(
      and(
        inScope(actor, practiceSessions),
        eq(practiceSessions.patientId, patientId),
        sql`${begun} between ${from}::date and ${to}::date`,
      ),
    )
    .orderBy(desc(practiceSessions.startedAt));
  return rows.map(({ timeZone, ...session }) => ({
    ...session,
    performedOn: calendarDayOf(session.startedAt, timeZone),
  }));
}
