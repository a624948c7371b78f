import { and, desc, eq, inArray, lt, notInArray, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema/audit";
import { memberships, patients } from "@/db/schema/identity";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { actionsOf, actionWords } from "./action-words";
import { gatherLooks, type LookedDay } from "./looks";
import { auditFilterSchema, ownLooksSchema } from "./schemas";

const OWN_PAGE = 100;
const CLINIC_PAGE = 50;

type OwnLooks = { days: LookedDay[]; earlier: number | null };

const joinActor = and(
  eq(memberships.clinicId, auditEvents.clinicId),
  eq(memberships.id, auditEvents.actorMembershipId),
);

/** Who of the clinic did what with the patient's own record, newest first, gathered by person and day. */
export const listOwnLooks = query({
  can: "audit.read-own",
  input: ownLooksSchema,
  async run({ tx, actor, input }): Promise<OwnLooks> {
    const rows = await tx
      .select({
        seq: auditEvents.seq,
        at: auditEvents.at,
        action: auditEvents.action,
        actorId: auditEvents.actorMembershipId,
        actorName: memberships.name,
      })
      .from(auditEvents)
      .leftJoin(memberships, joinActor)
      .where(
        and(
          eq(auditEvents.clinicId, actor.clinicId),
          eq(auditEvents.patientId, found(actor.patientId)),
          notInArray(auditEvents.actorRole, ["patient", "system"]),
          input.before ? lt(auditEvents.seq, input.before) : undefined,
        ),
      )
      .orderBy(desc(auditEvents.seq))
      .limit(OWN_PAGE + 1);
    const page = rows.slice(0, OWN_PAGE);
    return {
      days: gatherLooks(
        page.map((row) => ({ ...row, actorName: row.actorName ?? "Somebody of the clinic" })),
        actor.timeZone,
      ),
      earlier: rows.length > OWN_PAGE ? (page.at(-1)?.seq ?? null) : null,
    };
  },
});

type AuditRow = {
  id: string;
  seq: number;
  at: Date;
  /** Null for the portal's own system actor. */
  actorName: string | null;
  actorRole: string;
  /** What was done, to follow the name. */
  words: string;
  patientName: string | null;
};
type AuditPage = { rows: AuditRow[]; earlier: number | null };

/** The first instant of a calendar day as the clinic's clocks show it. */
const startOf = (day: CalendarDay, timeZone: string) => sql`(${day}::date)::timestamp at time zone ${timeZone}`;

/** The clinic's audit trail, newest first, fifty a page; by kind of action and by days of the clinic's zone. */
export const listAudit = query({
  can: "audit.read-clinic",
  input: auditFilterSchema,
  async run({ tx, actor, input }): Promise<AuditPage> {
    const { group, from, to, before } = input;
    const rows = await tx
      .select({
        id: auditEvents.id,
        seq: auditEvents.seq,
        at: auditEvents.at,
        actorName: memberships.name,
        actorRole: auditEvents.actorRole,
        action: auditEvents.action,
        patientName: patients.name,
      })
      .from(auditEvents)
      .leftJoin(memberships, joinActor)
      .leftJoin(patients, and(eq(patients.clinicId, auditEvents.clinicId), eq(patients.id, auditEvents.patientId)))
      .where(
        and(
          eq(auditEvents.clinicId, actor.clinicId),
          group ? inArray(auditEvents.action, actionsOf(group)) : undefined,
          from ? sql`${auditEvents.at} >= ${startOf(from, actor.timeZone)}` : undefined,
          to ? sql`${auditEvents.at} < ${startOf(addDays(to, 1), actor.timeZone)}` : undefined,
          before ? lt(auditEvents.seq, before) : undefined,
        ),
      )
      .orderBy(desc(auditEvents.seq))
      .limit(CLINIC_PAGE + 1);
    const page = rows.slice(0, CLINIC_PAGE);
    return {
      rows: page.map(({ action, ...row }) => ({ ...row, words: actionWords(action) })),
      earlier: rows.length > CLINIC_PAGE ? (page.at(-1)?.seq ?? null) : null,
    };
  },
});
