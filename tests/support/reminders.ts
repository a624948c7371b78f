import { createECDH, randomBytes } from "node:crypto";
import { newId } from "@/lib/core/ids";
import type { DeviceForm, ReminderForm } from "@/lib/jobs/reminders/schemas";

/** A browser's push subscription with keys of its own; what a test is about goes in `changes`. */
export function deviceForm(changes: Partial<DeviceForm> = {}): DeviceForm {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return {
    id: newId(),
    endpoint: `https://updates.push.services.mozilla.com/wpush/v2/${newId()}`,
    p256dh: pair.getPublicKey("base64url"),
    auth: randomBytes(16).toString("base64url"),
    device: "Firefox on Android",
    ...changes,
  };
}

/** Reminders at ten every day, by mail; what a test is about goes in `changes`. */
export function reminderForm(changes: Partial<ReminderForm> = {}): ReminderForm {
  return {
    byMail: true,
    times: ["10:00"],
    weekdays: ["1", "2", "3", "4", "5", "6", "7"],
    isQuiet: false,
    quietFrom: "22:00",
    quietTo: "07:00",
    repeats: 0,
    repeatMinutes: 60,
    ...changes,
  };
}
