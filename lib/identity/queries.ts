import { and, asc, desc, eq, ilike, ne, or, type SQL, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { invitations, memberships, patients } from "@/db/schema/identity";
import { doorIdentity, hashToken } from "@/lib/access/tokens";
import type { CalendarDay } from "@/lib/core/calendar";
import { refusalOf } from "@/lib/core/database-errors";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { invitationState } from "./invitation-rule";
import { listMembersSchema, patientIdSchema } from "./schemas";
import type { AffectedSide, InvitationState, Region, Role } from "./vocabulary";

const MOST_LISTED = 100;

export type MemberRow = { id: string; name: string; email: string; role: Role; isOn: boolean; isSelf: boolean };
export type StaffInvitation = {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: InvitationState;
  sentAt: Date;
  expiresAt: Date;
};
export type Members = {
  staff: MemberRow[];
  /** Patients with an account, by name and e-mail only, at most a hundred. */
  patients: MemberRow[];
  hasMorePatients: boolean;
  invitations: StaffInvitation[];
};

/** A piece of text as a LIKE pattern that finds it anywhere. */
const anywhere = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** The people of the clinic and the invitations of staff that were not accepted. `search` narrows the patients. */
export const listMembers = query({
  can: "identity.list-members",
  input: listMembersSchema,
  async run({ tx, actor, now, input, listed }): Promise<Members> {
    const members = (where: SQL | undefined) =>
      tx
        .select({
          id: memberships.id,
          name: memberships.name,
          email: memberships.email,
          role: memberships.role,
          disabledAt: memberships.disabledAt,
        })
        .from(memberships)
        .where(and(eq(memberships.clinicId, actor.clinicId), where))
        .orderBy(asc(memberships.name), asc(memberships.id));
    const view = ({ disabledAt, ...row }: Awaited<ReturnType<typeof members>>[number]): MemberRow => ({
      ...row,
      role: row.role as Role,
      isOn: disabledAt === null,
      isSelf: row.id === actor.memberId,
    });
    const named = anywhere(input.search);
    const staff = await members(ne(memberships.role, "patient"));
    const withAccount = await members(
      and(eq(memberships.role, "patient"), or(ilike(memberships.name, named), ilike(memberships.email, named))),
    ).limit(MOST_LISTED + 1);
    const sent = await tx
      .select({
        id: invitations.id,
        name: invitations.name,
        email: invitations.email,
        role: invitations.role,
        sentAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        redeemedAt: invitations.redeemedAt,
        withdrawnAt: invitations.withdrawnAt,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.clinicId, actor.clinicId),
          ne(invitations.role, "patient"),
          sql`${invitations.redeemedAt} is null`,
        ),
      )
      .orderBy(desc(invitations.createdAt))
      .limit(MOST_LISTED);
    const shown = withAccount.slice(0, MOST_LISTED);
    if (shown.length > 0) listed(shown.length);
    return {
      staff: staff.map(view),
      patients: shown.map(view),
      hasMorePatients: withAccount.length > MOST_LISTED,
      invitations: sent.map(({ redeemedAt, withdrawnAt, ...row }) => ({
        ...row,
        role: row.role as Role,
        state: invitationState({ redeemedAt, withdrawnAt, expiresAt: row.expiresAt }, now),
      })),
    };
  },
});

export type PatientDetails = {
  id: string;
  name: string;
  dateOfBirth: CalendarDay;
  email: string;
  region: Region;
  side: AffectedSide;
  goal: string;
  timeZone: string;
  /** True once the patient has accepted an invitation and can sign in. */
  hasAccount: boolean;
  /** The latest invitation, when there is one. */
  invitation: { state: InvitationState; sentAt: Date; expiresAt: Date } | null;
};

/** What the clinic knows of one patient, and how far their invitation has come. */
export const getPatient = query({
  can: "identity.read-patient",
  input: patientIdSchema,
  async run({ tx, actor, now, input, opened }): Promise<PatientDetails> {
    const [row] = await tx
      .select({
        id: patients.id,
        name: patients.name,
        dateOfBirth: patients.dateOfBirth,
        email: patients.email,
        region: patients.region,
        side: patients.side,
        goal: patients.goal,
        timeZone: patients.timeZone,
        membershipId: patients.membershipId,
      })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, input.patientId)));
    const { membershipId, ...patient } = found(row);
    opened(patient.id);
    const [latest] = await tx
      .select({
        sentAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        redeemedAt: invitations.redeemedAt,
        withdrawnAt: invitations.withdrawnAt,
      })
      .from(invitations)
      .where(and(eq(invitations.clinicId, actor.clinicId), eq(invitations.patientId, patient.id)))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(1);
    return {
      ...patient,
      region: patient.region as Region,
      side: patient.side as AffectedSide,
      hasAccount: membershipId !== null,
      invitation: latest
        ? { state: invitationState(latest, now), sentAt: latest.sentAt, expiresAt: latest.expiresAt }
        : null,
    };
  },
});

export type InvitationLink = {
  clinicName: string;
  role: Role;
  name: string;
  email: string;
  state: InvitationState;
  /** True when the invited address has an account: its password is asked for instead of a new one. */
  hasAccount: boolean;
};

/** What the link of an invitation opens, in a transaction at the door; null for a link that never was. */
export async function invitationAtDoor(tx: Tx, tokenHash: string, now: Date): Promise<InvitationLink | null> {
  const [row] = await tx.execute<{
    clinic_name: string;
    role: Role;
    name: string;
    email: string;
    state: InvitationState;
    has_account: boolean;
  }>(sql`select clinic_name, role, name, email, state, has_account
    from app.find_invitation(${tokenHash}, ${now.toISOString()})`);
  if (!row) return null;
  const { clinic_name: clinicName, has_account: hasAccount, ...rest } = row;
  return { ...rest, clinicName, hasAccount };
}

/** The same for the page the link leads to. Looking changes nothing. */
export async function readInvitation(token: string, now: Date): Promise<InvitationLink | null> {
  try {
    return await asActor(doorIdentity(), (tx) => invitationAtDoor(tx, hashToken(token), now));
  } catch (error) {
    throw refusalOf(error);
  }
}
