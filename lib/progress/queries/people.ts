import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, patients } from "@/db/schema/identity";
import type { Person } from "@/lib/access/actor";
import type { CalendarDay } from "@/lib/core/calendar";
import type { AffectedSide, Region } from "@/lib/identity/vocabulary";
import type { PortalFacts } from "../portal-state";

export type PersonRow = PortalFacts & {
  id: string;
  name: string;
  dateOfBirth: CalendarDay;
  email: string;
  region: Region;
  side: AffectedSide;
  goal: string;
  timeZone: string;
  /** The latest day a log counts for; a correction keeps the day, so it does not matter which of them stands. */
  lastLogOn: CalendarDay | null;
  lastAnsweredOn: CalendarDay | null;
  lastReadAt: Date | null;
};

const invitation = <T>(column: SQL) => sql<T | null>`(select ${column} from invitations i
  where i.clinic_id = ${patients.clinicId} and i.patient_id = ${patients.id} and i.withdrawn_at is null
  order by i.created_at desc limit 1)`;

const latest = <T>(table: SQL, column: SQL) => sql<T | null>`(select max(${column}) from ${table} t
  where t.clinic_id = ${patients.clinicId} and t.patient_id = ${patients.id})`;

/** Instants come as text from a bare expression; this reads them as the schema's own columns are read. */
const instant = (value: string | null) => (value === null ? null : new Date(value));

/**
 * Patients of the actor's clinic with how far each has come and when each was last heard of, by name, in one statement. For clinicians'
 * queries that already hold a transaction.
 */
export async function peopleOf(tx: Tx, actor: Person, where?: SQL): Promise<PersonRow[]> {
  const rows = await tx
    .select({
      id: patients.id,
      name: patients.name,
      dateOfBirth: patients.dateOfBirth,
      email: patients.email,
      region: patients.region,
      side: patients.side,
      goal: patients.goal,
      timeZone: patients.timeZone,
      invitedAt: invitation<string>(sql`i.created_at`),
      expiresAt: invitation<string>(sql`i.expires_at`),
      redeemedAt: invitation<string>(sql`i.redeemed_at`),
      joinedAt: memberships.createdAt,
      disabledAt: memberships.disabledAt,
      lastLogOn: latest<CalendarDay>(sql`practice_logs`, sql`t.due_on`),
      lastAnsweredOn: latest<CalendarDay>(sql`responses`, sql`t.submitted_on`),
      lastReadAt: latest<string>(sql`reading_receipts`, sql`t.read_at`),
    })
    .from(patients)
    .leftJoin(memberships, and(eq(memberships.clinicId, patients.clinicId), eq(memberships.id, patients.membershipId)))
    .where(and(actor.role === "clinician" ? eq(patients.clinicId, actor.clinicId) : sql`false`, where))
    .orderBy(asc(patients.name), asc(patients.id));
  return rows.map(({ redeemedAt, joinedAt, ...row }) => ({
    ...row,
    region: row.region as Region,
    side: row.side as AffectedSide,
    invitedAt: instant(row.invitedAt),
    expiresAt: instant(row.expiresAt),
    lastReadAt: instant(row.lastReadAt),
    acceptedAt: joinedAt === null ? null : (instant(redeemedAt) ?? joinedAt),
  }));
}
