import { and, eq } from "drizzle-orm";
import { pushSubscriptions } from "@/db/schema/reminders";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { removeDeviceSchema } from "../reminders/schemas";
import { liveDevices, lockReminders, writeSettings } from "../writes/settings";

/** Takes a device away: no reminder comes to it any more. With the last one reminders on devices are switched off. */
export const removeDevice = command({
  can: "jobs.remove-device",
  input: removeDeviceSchema,
  async run({ tx, actor, now, input, audit }): Promise<Record<string, never>> {
    const patientId = found(actor.patientId);
    await lockReminders(tx, patientId);
    const [row] = await tx
      .delete(pushSubscriptions)
      .where(and(inScope(actor, pushSubscriptions), eq(pushSubscriptions.id, input.id)))
      .returning({ id: pushSubscriptions.id });
    found(row);
    if ((await liveDevices(tx, actor, patientId)).length === 0) {
      await writeSettings(tx, actor, patientId, { byPush: false, updatedAt: now });
    }
    audit({ subjectType: "device", subjectId: input.id, patientId });
    return {};
  },
});
