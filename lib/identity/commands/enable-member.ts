import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema/identity";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { memberIdSchema } from "../schemas";

/** Switches a member's access on again. They sign in anew: sessions of before stay ended. */
export const enableMember = command({
  can: "identity.enable-member",
  input: memberIdSchema,
  async run({ tx, actor, input, audit }) {
    const member = and(eq(memberships.clinicId, actor.clinicId), eq(memberships.id, input.memberId));
    const [row] = await tx.select({ role: memberships.role }).from(memberships).where(member);
    const { role } = found(row);
    await tx.update(memberships).set({ disabledAt: null }).where(member);
    audit({ subjectType: "membership", subjectId: input.memberId, detail: { role } });
    return {};
  },
});
