import { sql } from "drizzle-orm";
import { z } from "zod";
import { doorCommand } from "@/lib/core/door";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { decrypt } from "../encryption";
import { codeStep, hashRecoveryCode } from "../one-time-code";
import { attemptKey, hashToken, newToken } from "../tokens";
import { MOST_TRIES, type SignedIn, TRY_WINDOW } from "./sign-in";

/**
 * The second step of signing in: a one-time code, or a recovery code, for the pending session whose token is given. Null when
 * it does not fit; AppError too-many after ten tries in fifteen minutes, unauthenticated when there is no pending session. The
 * pending token dies and a new one is opened.
 */
export const giveCode = doorCommand({
  input: z.object({ code: z.string().max(40), token: z.string().min(1).max(100) }),
  async run({ atDoor, input, now }): Promise<SignedIn | null> {
    const pendingHash = hashToken(input.token);
    return atDoor(async (tx) => {
      const [pending] = await tx.execute<{ account_id: string; secret_encrypted: string }>(
        sql`select account_id, secret_encrypted from app.pending_secret(${pendingHash})`,
      );
      if (!pending) throw new AppError("unauthenticated");
      const key = attemptKey("code", pending.account_id);
      const [attempt] = await tx.execute<{ allowed: boolean }>(
        sql`select app.note_attempt(${key}, ${MOST_TRIES}, ${TRY_WINDOW}::interval) as allowed`,
      );
      if (!attempt?.allowed) throw new AppError("too-many");
      const step = codeStep(decrypt(pending.secret_encrypted, pending.account_id), input.code, now);
      const recovery = step === null ? hashRecoveryCode(input.code, env().APP_SECRET) : null;
      const token = newToken();
      const opened =
        await tx.execute(sql`select role from app.complete_second_factor(${pendingHash}, ${step}, ${recovery},
        ${newId()}, ${hashToken(token)}, ${newId()})`);
      if (opened.length === 0) return null;
      await tx.execute(sql`select app.forget_attempts(${key})`);
      return { token, accountId: pending.account_id };
    });
  },
});
