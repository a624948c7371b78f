import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions } from "@/db/schema/access";
import { accounts } from "@/db/schema/identity";
import { command } from "@/lib/core/command";
import { invalidField } from "@/lib/core/errors";
import { confirmOwnPassword } from "../own-password";
import { hashPassword } from "../passwords";
import { changePasswordSchema } from "../schemas";

/** Sets a new password for somebody who knows the current one. Every other session of the account ends; this one goes on. */
export const changePassword = command({
  can: "access.change-password",
  input: changePasswordSchema,
  async before({ actor, input }) {
    if (input.currentPassword === input.newPassword) {
      throw invalidField("newPassword", "This is the password you have now. Choose another one.");
    }
    await confirmOwnPassword(actor, input.currentPassword, "currentPassword");
    return { passwordHash: await hashPassword(input.newPassword) };
  },
  async run({ tx, actor, now, prepared, audit }) {
    await tx
      .update(accounts)
      .set({ passwordHash: prepared.passwordHash, passwordChangedAt: now })
      .where(eq(accounts.id, actor.accountId));
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(
        and(eq(sessions.accountId, actor.accountId), ne(sessions.id, actor.sessionId), isNull(sessions.revokedAt)),
      );
    audit({ subjectType: "account", subjectId: actor.accountId });
    return {};
  },
});
