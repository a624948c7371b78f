import { nothingSchema } from "@/lib/access/schemas";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { writeSettings } from "../writes/settings";

/** Switches a patient's reminders off, by mail and on every device. The times stay, for when they are wanted again. */
export const stopReminders = command({
  can: "jobs.stop-reminders",
  input: nothingSchema,
  async run({ tx, actor, now, audit }): Promise<Record<string, never>> {
    const patientId = found(actor.patientId);
    await writeSettings(tx, actor, patientId, { byMail: false, byPush: false, updatedAt: now });
    audit({ subjectType: "patient", subjectId: patientId, patientId });
    return {};
  },
});
