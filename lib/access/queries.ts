import { and, count, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { oneTimeCodeSecrets, recoveryCodes, sessions } from "@/db/schema/access";
import { accounts } from "@/db/schema/identity";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import type { Role } from "@/lib/identity/vocabulary";
import { nothingSchema } from "./schemas";

export type OwnSession = { id: string; device: string; startedAt: Date; lastSeenAt: Date; isCurrent: boolean };
export type OwnPlace = { clinicId: string; membershipId: string; role: Role; clinicName: string; isCurrent: boolean };
export type OwnAccess = {
  email: string;
  passwordChangedAt: Date;
  /** Sessions that can still be used, the latest used first. */
  sessions: OwnSession[];
  places: OwnPlace[];
  codes: { isOn: boolean; recoveryCodesLeft: number };
};

/** How somebody signs in: e-mail, open sessions, places they may go to, and whether one-time codes are on. */
export const getOwnAccess = query({
  can: "access.read-own",
  input: nothingSchema,
  async run({ tx, actor }): Promise<OwnAccess> {
    const [account] = await tx
      .select({ email: accounts.email, passwordChangedAt: accounts.passwordChangedAt })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId));
    // The database's own clock ends sessions, so it says which are open.
    const open = await tx
      .select({
        id: sessions.id,
        device: sessions.device,
        startedAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.accountId, actor.accountId),
          isNull(sessions.revokedAt),
          eq(sessions.secondFactorPending, false),
          gt(sessions.expiresAt, sql`now()`),
          or(
            isNull(sessions.idleSeconds),
            gt(sessions.lastSeenAt, sql`now() - make_interval(secs => ${sessions.idleSeconds})`),
          ),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt));
    const places = await tx.execute<{ clinic_id: string; id: string; role: Role; clinic_name: string }>(
      sql`select clinic_id, id, role, clinic_name from app.own_memberships()`,
    );
    const [secret] = await tx
      .select({ confirmedAt: oneTimeCodeSecrets.confirmedAt })
      .from(oneTimeCodeSecrets)
      .where(eq(oneTimeCodeSecrets.accountId, actor.accountId));
    const [left] = await tx
      .select({ count: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, actor.accountId), isNull(recoveryCodes.usedAt)));
    return {
      ...found(account),
      sessions: open.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId })),
      places: places.map((place) => ({
        clinicId: place.clinic_id,
        membershipId: place.id,
        role: place.role,
        clinicName: place.clinic_name,
        isCurrent: place.clinic_id === actor.clinicId && place.id === actor.memberId,
      })),
      codes: { isOn: Boolean(secret?.confirmedAt), recoveryCodesLeft: left?.count ?? 0 },
    };
  },
});
