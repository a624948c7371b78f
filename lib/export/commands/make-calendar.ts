import { and, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/reminders";
import { nothingSchema } from "@/lib/access/schemas";
import { inScope } from "@/lib/access/scope";
import { hashToken, newToken } from "@/lib/access/tokens";
import { command } from "@/lib/core/command";
import { env } from "@/lib/core/env";
import { found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

/**
 * Makes the secret address of a patient's calendar and answers it, this once: only its hash is kept. The address before it opens nothing any
 * more. Throws conflict when another one is made at the same moment.
 */
export const makeCalendar = command({
  can: "export.make-calendar",
  input: nothingSchema,
  async run({ tx, actor, now, audit }): Promise<{ address: string }> {
    const patientId = found(actor.patientId);
    await tx
      .update(calendarFeeds)
      .set({ revokedAt: now })
      .where(and(inScope(actor, calendarFeeds), isNull(calendarFeeds.revokedAt)));
    const [id, token] = [newId(), newToken()];
    const { clinicId } = actor;
    await tx.insert(calendarFeeds).values({ clinicId, id, patientId, tokenHash: hashToken(token), createdAt: now });
    audit({ subjectType: "calendar", subjectId: id, patientId });
    return { address: `${env().PUBLIC_URL}/api/calendar/${token}.ics` };
  },
});
