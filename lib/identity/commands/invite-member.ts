import { and, eq, gt, isNull } from "drizzle-orm";
import { outbox } from "@/db/schema/core";
import { invitations, memberships } from "@/db/schema/identity";
import { hashToken, newToken } from "@/lib/access/tokens";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { env } from "@/lib/core/env";
import { invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { daysAfter } from "../invitation-rule";
import { memberInvitationMail } from "../mail";
import { inviteMemberSchema } from "../schemas";

const OPEN_DAYS = 7;

/**
 * Invites somebody to work in the clinic, by mail, for seven days. An earlier open invitation to the same address and role is
 * withdrawn: only the latest link opens. Throws AppError invalid at `email` when they work here in that role already.
 */
export const inviteMember = command({
  can: "identity.invite-member",
  input: inviteMemberSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { id, name, email, role } = input;
    const [member] = await tx
      .select({ disabledAt: memberships.disabledAt })
      .from(memberships)
      .where(and(eq(memberships.clinicId, actor.clinicId), eq(memberships.email, email), eq(memberships.role, role)));
    if (member) {
      throw invalidField(
        "email",
        member.disabledAt
          ? "This person's access is switched off. Find them in the list and switch it on again."
          : "Somebody with this address already works here in this role.",
      );
    }
    await tx
      .update(invitations)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(invitations.clinicId, actor.clinicId),
          eq(invitations.email, email),
          eq(invitations.role, role),
          isNull(invitations.redeemedAt),
          isNull(invitations.withdrawnAt),
          gt(invitations.expiresAt, now),
        ),
      );
    const token = newToken();
    const expiresAt = daysAfter(now, OPEN_DAYS);
    await tx.insert(invitations).values({
      clinicId: actor.clinicId,
      id,
      role,
      name,
      email,
      tokenHash: hashToken(token),
      createdAt: now,
      createdBy: actor.memberId,
      expiresAt,
    });
    const mail = memberInvitationMail({
      clinicName: actor.clinicName,
      name,
      role,
      link: `${env().PUBLIC_URL}/invitation/${token}`,
      lastDay: calendarDayOf(expiresAt, actor.timeZone),
    });
    await tx.insert(outbox).values({
      clinicId: actor.clinicId,
      id: newId(),
      kind: "invitation",
      toAddress: email,
      ...mail,
      createdAt: now,
    });
    audit({ subjectType: "invitation", subjectId: id, detail: { role } });
    return { invitationId: id };
  },
});
