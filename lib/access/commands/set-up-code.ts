import { eq, isNull, sql } from "drizzle-orm";
import { oneTimeCodeSecrets } from "@/db/schema/access";
import { accounts } from "@/db/schema/identity";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { encrypt } from "../encryption";
import { codeAddress, newCodeSecret } from "../one-time-code";
import { nothingSchema } from "../schemas";

/**
 * Makes a secret for one-time codes and gives it, with the address an authenticator app reads. It does nothing until a code of
 * it is confirmed; starting again makes a new one. Throws AppError conflict when codes are already on.
 */
export const setUpCode = command({
  can: "access.set-up-code",
  input: nothingSchema,
  async run({ tx, actor, now, audit }) {
    const [account] = await tx.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, actor.accountId));
    const secret = newCodeSecret();
    const secretEncrypted = encrypt(secret, actor.accountId);
    const kept = await tx
      .insert(oneTimeCodeSecrets)
      .values({ accountId: actor.accountId, secretEncrypted, createdAt: now })
      .onConflictDoUpdate({
        target: oneTimeCodeSecrets.accountId,
        set: { secretEncrypted, createdAt: now, lastStep: sql`0` },
        setWhere: isNull(oneTimeCodeSecrets.confirmedAt),
      })
      .returning({ accountId: oneTimeCodeSecrets.accountId });
    if (kept.length === 0) {
      throw new AppError("conflict", {
        message: "Sign-in codes are already on. Turn them off first to change your app.",
      });
    }
    audit({ subjectType: "account", subjectId: actor.accountId });
    return { secret, address: codeAddress(secret, found(account).email) };
  },
});
