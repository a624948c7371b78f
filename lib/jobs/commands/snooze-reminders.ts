import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { snoozeEnd } from "../reminders/defaults";
import { snoozeSchema } from "../reminders/schemas";
import { writeSettings } from "../writes/settings";

/** Puts a patient's reminders off: for an hour, the rest of the day or three days; or no longer. Answers until when. */
export const snoozeReminders = command({
  can: "jobs.snooze-reminders",
  input: snoozeSchema,
  async run({ tx, actor, now, input, audit }): Promise<{ until: string | null }> {
    const patientId = found(actor.patientId);
    const snoozedUntil = snoozeEnd(input.until, now, actor.timeZone);
    await writeSettings(tx, actor, patientId, { snoozedUntil, updatedAt: now });
    audit({ subjectType: "patient", subjectId: patientId, patientId, detail: { until: input.until } });
    return { until: snoozedUntil?.toISOString() ?? null };
  },
});
