import { sql } from "drizzle-orm";
import { doorCommand } from "@/lib/core/door";
import { env } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { resetMail } from "../mail";
import { requestResetSchema } from "../schemas";
import { attemptKey, hashToken, newToken } from "../tokens";

const MOST_MAILS = 5;
const MAIL_WINDOW = "1 hour";

/**
 * Sends a link to set a new password, good for one hour, when an account has this e-mail. The answer is the same when none has,
 * and when five were already asked for within the hour (then no further mail goes out).
 */
export const requestReset = doorCommand({
  input: requestResetSchema,
  async run({ atDoor, input }) {
    const token = newToken();
    const mail = resetMail({ link: `${env().PUBLIC_URL}/reset/${token}` });
    await atDoor(async (tx) => {
      const [attempt] = await tx.execute<{ allowed: boolean }>(
        sql`select app.note_attempt(${attemptKey("reset", input.email)}, ${MOST_MAILS}, ${MAIL_WINDOW}::interval) as allowed`,
      );
      if (!attempt?.allowed) return;
      await tx.execute(sql`select app.request_reset(${input.email}, ${newId()}, ${hashToken(token)}, ${newId()},
        ${mail.subject}, ${mail.body})`);
    });
    return {};
  },
});
