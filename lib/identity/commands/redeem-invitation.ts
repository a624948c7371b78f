import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { MOST_TRIES, TRY_WINDOW } from "@/lib/access/commands/sign-in";
import { checkPassword, hashPassword } from "@/lib/access/passwords";
import { attemptKey, hashToken } from "@/lib/access/tokens";
import { parseInput } from "@/lib/core/command";
import { doorCommand } from "@/lib/core/door";
import { AppError, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { invitationAtDoor } from "../queries";
import { newAccountSchema, redeemInvitationSchema } from "../schemas";
import type { InvitationState } from "../vocabulary";

type Redeemed = { state: "done"; email: string } | { state: Exclude<InvitationState, "open"> | "unknown" };
type AtDoor = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The account of the invited address, for somebody who gives its password. Ten tries in fifteen minutes. */
async function accountOf(atDoor: AtDoor, email: string, password: string): Promise<string> {
  const key = attemptKey("invitation", email);
  const { allowed, account } = await atDoor(async (tx) => {
    const [attempt] = await tx.execute<{ allowed: boolean }>(
      sql`select app.note_attempt(${key}, ${MOST_TRIES}, ${TRY_WINDOW}::interval) as allowed`,
    );
    const [account] = await tx.execute<{ account_id: string; password_hash: string }>(
      sql`select account_id, password_hash from app.find_account(${email})`,
    );
    return { allowed: attempt?.allowed ?? false, account };
  });
  if (!allowed) throw new AppError("too-many");
  if (!(await checkPassword(account?.password_hash ?? null, password)) || !account) {
    throw invalidField("password", "This is not the password of your account.");
  }
  await atDoor((tx) => tx.execute(sql`select app.forget_attempts(${key})`));
  return account.account_id;
}

/**
 * Accepts an invitation, once: of many at the same moment one succeeds. A new account gets the password; an e-mail that has an
 * account is asked for that account's password instead. Answers `done`, or why the link opens nothing.
 */
export const redeemInvitation = doorCommand({
  input: redeemInvitationSchema,
  async run({ atDoor, now, input }): Promise<Redeemed> {
    const tokenHash = hashToken(input.token);
    const before = await atDoor((tx) => invitationAtDoor(tx, tokenHash, now));
    if (before?.state !== "open") return { state: before?.state ?? "unknown" };
    const account = before.hasAccount ? await accountOf(atDoor, before.email, input.password) : null;
    const passwordHash = account ? null : await hashPassword(parseInput(newAccountSchema, input).password);
    return atDoor(async (tx) => {
      const [redeemed] = await tx.execute<{ email: string }>(
        sql`select email from app.redeem_invitation(${tokenHash}, ${now.toISOString()}, ${account}, ${newId()},
          ${passwordHash}, ${newId()}, ${newId()})`,
      );
      if (redeemed) return { state: "done", email: redeemed.email };
      const after = await invitationAtDoor(tx, tokenHash, now);
      return { state: !after || after.state === "open" ? "used" : after.state };
    });
  },
});
