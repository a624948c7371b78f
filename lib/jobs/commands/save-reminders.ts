import { command } from "@/lib/core/command";
import { found, invalidField } from "@/lib/core/errors";
import { reminderFormSchema } from "../reminders/schemas";
import { sendable } from "../transports/post";
import { writeSettings } from "../writes/settings";

/** Saves when and how a patient is reminded. Throws invalid for times that contradict the quiet hours, or mail where none is sent. */
export const saveReminders = command({
  can: "jobs.save-reminders",
  input: reminderFormSchema,
  async run({ tx, actor, now, input, audit }): Promise<Record<string, never>> {
    const patientId = found(actor.patientId);
    const { quiet, ...rest } = input;
    if (input.byMail && !sendable().mail && !actor.isDemo) {
      throw invalidField("byMail", "This portal sends no e-mail yet. Ask your clinic.");
    }
    const set = { ...rest, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, updatedAt: now };
    await writeSettings(tx, actor, patientId, set);
    const { byMail, times, repeats } = input;
    audit({
      subjectType: "patient",
      subjectId: patientId,
      patientId,
      detail: { byMail, times: times.length, repeats },
    });
    return {};
  },
});
