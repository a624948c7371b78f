import { sql } from "drizzle-orm";
import { z } from "zod";
import { doorCommand } from "@/lib/core/door";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { checkPassword } from "../passwords";
import { attemptKey, hashToken, newToken } from "../tokens";

export const MOST_TRIES = 10;
export const TRY_WINDOW = "15 minutes";

const input = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(512),
  device: z.string().max(200),
});

export type SignedIn = { token: string; accountId: string };

/**
 * Checks a password and opens a session. Null when e-mail and password do not fit, whichever is wrong; AppError too-many after
 * ten tries at one account in fifteen minutes, from wherever and whether or not it exists. Tries are forgotten after a success
 * or a password reset. With a second factor the session is pending: it has no role until the code is given.
 */
export const signIn = doorCommand({
  input,
  async run({ atDoor, input }): Promise<SignedIn | null> {
    const key = attemptKey("password", input.email);
    const { allowed, account } = await atDoor(async (tx) => {
      const [attempt] = await tx.execute<{ allowed: boolean }>(
        sql`select app.note_attempt(${key}, ${MOST_TRIES}, ${TRY_WINDOW}::interval) as allowed`,
      );
      const [account] = await tx.execute<{ account_id: string; password_hash: string }>(
        sql`select account_id, password_hash from app.find_account(${input.email})`,
      );
      return { allowed: attempt?.allowed ?? false, account };
    });
    if (!allowed) throw new AppError("too-many");
    const right = await checkPassword(account?.password_hash ?? null, input.password);
    if (!right || !account) return null;
    const token = newToken();
    const opened = await atDoor(async (tx) => {
      await tx.execute(sql`select app.forget_attempts(${key})`);
      return tx.execute(sql`select role, pending from app.open_session(${account.account_id}, ${newId()}, ${hashToken(token)},
        ${input.device}, ${newId()})`);
    });
    return opened.length > 0 ? { token, accountId: account.account_id } : null;
  },
});
