import { and, eq, isNotNull } from "drizzle-orm";
import { pushSubscriptions } from "@/db/schema/reminders";
import { command } from "@/lib/core/command";
import { found, invalidField } from "@/lib/core/errors";
import { deviceSchema } from "../reminders/schemas";
import { MOST_DEVICES } from "../reminders/vocabulary";
import { sendable } from "../transports/post";
import { liveDevices, lockReminders, writeSettings } from "../writes/settings";

/**
 * Takes a browser of the patient's as one that reminders come to, and switches them on there. The same browser again takes the place of what
 * was known of it. Throws invalid for the address of no known push service, and for an eleventh device.
 */
export const addDevice = command({
  can: "jobs.add-device",
  input: deviceSchema,
  async run({ tx, actor, now, input, audit }): Promise<{ deviceId: string }> {
    const patientId = found(actor.patientId);
    const { clinicId } = actor;
    if (!sendable().push)
      throw invalidField("endpoint", "This portal sends no reminders to devices yet. Ask your clinic.");
    await lockReminders(tx, patientId);
    const others = (await liveDevices(tx, actor, patientId)).filter(({ endpoint }) => endpoint !== input.endpoint);
    if (others.length >= MOST_DEVICES) {
      throw invalidField("endpoint", `Reminders come to ${MOST_DEVICES} devices already. Take one away first.`);
    }
    await tx
      .delete(pushSubscriptions)
      .where(
        and(
          eq(pushSubscriptions.clinicId, clinicId),
          eq(pushSubscriptions.patientId, patientId),
          isNotNull(pushSubscriptions.goneAt),
        ),
      );
    const { id, endpoint, p256dh, auth, device } = input;
    const { patientId: patient, endpoint: address } = pushSubscriptions;
    const set = { p256dh, auth, device, createdAt: now, goneAt: null };
    const [row] = await tx
      .insert(pushSubscriptions)
      .values({ clinicId, id, patientId, endpoint, ...set })
      .onConflictDoUpdate({ target: [pushSubscriptions.clinicId, patient, address], set })
      .returning({ id: pushSubscriptions.id });
    await writeSettings(tx, actor, patientId, { byPush: true, updatedAt: now });
    const deviceId = found(row).id;
    audit({ subjectType: "device", subjectId: deviceId, patientId });
    return { deviceId };
  },
});
