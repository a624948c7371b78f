import { sql } from "drizzle-orm";
import { doorCommand } from "@/lib/core/door";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "../passwords";
import { type LinkState, resetState } from "../reset-link";
import { resetPasswordSchema } from "../schemas";
import { attemptKey, hashToken } from "../tokens";

/**
 * Sets a new password with the link from the mail: once, and within the hour. Every session of the account ends, and the tries
 * counted against it are forgotten. Answers `done`, or why the link opens nothing.
 */
export const resetPassword = doorCommand({
  input: resetPasswordSchema,
  async run({ atDoor, input }): Promise<{ state: "done" | Exclude<LinkState, "open"> }> {
    const tokenHash = hashToken(input.token);
    const before = await atDoor((tx) => resetState(tx, tokenHash));
    if (before !== "open") return { state: before };
    const passwordHash = await hashPassword(input.password);
    return atDoor(async (tx) => {
      const [account] = await tx.execute<{ email: string }>(
        sql`select email from app.redeem_reset(${tokenHash}, ${passwordHash}, ${newId()})`,
      );
      if (!account) {
        const after = await resetState(tx, tokenHash);
        return { state: after === "open" ? "used" : after };
      }
      await tx.execute(sql`select app.forget_attempts(${attemptKey("password", account.email)})`);
      return { state: "done" };
    });
  },
});
