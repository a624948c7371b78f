import { and, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/reminders";
import { nothingSchema } from "@/lib/access/schemas";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";

/** Closes the address of a patient's calendar: from then on it opens nothing. Throws not-found when there is none. */
export const revokeCalendar = command({
  can: "export.revoke-calendar",
  input: nothingSchema,
  async run({ tx, actor, now, audit }): Promise<Record<string, never>> {
    const patientId = found(actor.patientId);
    const [row] = await tx
      .update(calendarFeeds)
      .set({ revokedAt: now })
      .where(and(inScope(actor, calendarFeeds), isNull(calendarFeeds.revokedAt)))
      .returning({ id: calendarFeeds.id });
    audit({ subjectType: "calendar", subjectId: found(row).id, patientId });
    return {};
  },
});
