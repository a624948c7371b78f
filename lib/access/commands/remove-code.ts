import { eq } from "drizzle-orm";
import { oneTimeCodeSecrets, recoveryCodes } from "@/db/schema/access";
import { command } from "@/lib/core/command";
import { confirmOwnPassword } from "../own-password";
import { removeCodeSchema } from "../schemas";

/** Turns one-time codes off, for somebody who gives their password again. Asked twice, it is off all the same. */
export const removeCode = command({
  can: "access.remove-code",
  input: removeCodeSchema,
  before: ({ actor, input }) => confirmOwnPassword(actor, input.password, "password"),
  async run({ tx, actor, audit }) {
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, actor.accountId));
    await tx.delete(oneTimeCodeSecrets).where(eq(oneTimeCodeSecrets.accountId, actor.accountId));
    audit({ subjectType: "account", subjectId: actor.accountId });
    return {};
  },
});
