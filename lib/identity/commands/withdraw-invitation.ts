import { and, eq, isNull, ne } from "drizzle-orm";
import { invitations } from "@/db/schema/identity";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { invitationIdSchema } from "../schemas";

/** Withdraws an invitation of staff: its link opens nothing any more. Throws AppError conflict when it was already accepted. */
export const withdrawInvitation = command({
  can: "identity.withdraw-invitation",
  input: invitationIdSchema,
  async run({ tx, actor, now, input, audit }) {
    const own = and(
      eq(invitations.clinicId, actor.clinicId),
      eq(invitations.id, input.invitationId),
      ne(invitations.role, "patient"),
    );
    const [invitation] = await tx
      .select({ id: invitations.id, redeemedAt: invitations.redeemedAt })
      .from(invitations)
      .where(own)
      .for("update");
    if (found(invitation).redeemedAt) {
      throw new AppError("conflict", { message: "This invitation was accepted already." });
    }
    await tx
      .update(invitations)
      .set({ withdrawnAt: now })
      .where(and(own, isNull(invitations.withdrawnAt)));
    audit({ subjectType: "invitation", subjectId: input.invitationId });
    return {};
  },
});
