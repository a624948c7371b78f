import { and, eq, isNull } from "drizzle-orm";
import { memberships } from "@/db/schema/identity";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { memberIdSchema } from "../schemas";

/**
 * Switches a member's access off: every session they have here ends with it, for good. Nobody can do it to themselves, so the
 * clinic always keeps an administrator.
 */
export const disableMember = command({
  can: "identity.disable-member",
  input: memberIdSchema,
  async run({ tx, actor, now, input, audit }) {
    if (input.memberId === actor.memberId) {
      throw new AppError("conflict", { message: "You cannot switch off your own access. Ask another administrator." });
    }
    // Held, so that of two administrators who switch each other off at the same moment one stays.
    const admins = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(eq(memberships.clinicId, actor.clinicId), eq(memberships.role, "admin"), isNull(memberships.disabledAt)),
      )
      .orderBy(memberships.id)
      .for("no key update");
    if (!admins.some((admin) => admin.id === actor.memberId)) throw new AppError("unauthenticated");
    const member = and(eq(memberships.clinicId, actor.clinicId), eq(memberships.id, input.memberId));
    const [row] = await tx.select({ role: memberships.role }).from(memberships).where(member);
    const { role } = found(row);
    await tx
      .update(memberships)
      .set({ disabledAt: now })
      .where(and(member, isNull(memberships.disabledAt)));
    audit({ subjectType: "membership", subjectId: input.memberId, detail: { role } });
    return {};
  },
});
