import { sql } from "drizzle-orm";
import { z } from "zod";
import { linkTokenField } from "@/lib/access/schemas";
import { hashToken } from "@/lib/access/tokens";
import { doorCommand } from "@/lib/core/door";
import { newId } from "@/lib/core/ids";

/**
 * Turns a patient's reminders by mail off with the link of any of them. The answer is the same for a link that belongs to nobody, and when
 * they were off already.
 */
export const turnOffReminders = doorCommand({
  input: z.strictObject({ token: linkTokenField }),
  async run({ atDoor, now, input }): Promise<Record<string, never>> {
    await atDoor((tx) =>
      tx.execute(sql`select app.turn_off_reminders(${hashToken(input.token)}, ${now.toISOString()}, ${newId()})`),
    );
    return {};
  },
});
