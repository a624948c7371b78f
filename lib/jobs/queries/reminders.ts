import { and, asc, eq, isNull } from "drizzle-orm";
import { patients } from "@/db/schema/identity";
import { pushSubscriptions, reminderSettings } from "@/db/schema/reminders";
import { nothingSchema } from "@/lib/access/schemas";
import { inScope } from "@/lib/access/scope";
import { hashToken } from "@/lib/access/tokens";
import { env } from "@/lib/core/env";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { DEFAULT_RULE } from "../reminders/defaults";
import { type ReminderForm, textOfMinute } from "../reminders/schemas";
import type { ReminderRule } from "../reminders/times";
import { sendable } from "../transports/post";
import { ruleOf } from "./serving";

/** A browser that reminders come to. `mark` is the SHA-256 of its push address, by which it knows itself. */
export type OwnDevice = { id: string; device: string; addedAt: Date; mark: string };

/** A patient's own reminders, as their page shows them. */
export type OwnReminders = {
  form: ReminderForm;
  byPush: boolean;
  /** While reminders are put off. */
  snoozedUntil: Date | null;
  email: string;
  devices: OwnDevice[];
  canMail: boolean;
  /** The portal's public key, which a browser asks its push service with; null where nothing is sent to devices. */
  pushKey: string | null;
};

function formOf(rule: ReminderRule, byMail: boolean): ReminderForm {
  const quiet = rule.quiet ?? DEFAULT_RULE.quiet ?? { from: 0, to: 0 };
  return {
    byMail,
    times: rule.times.map(textOfMinute),
    weekdays: rule.weekdays.map(String) as ReminderForm["weekdays"],
    isQuiet: rule.quiet !== null,
    quietFrom: textOfMinute(quiet.from),
    quietTo: textOfMinute(quiet.to),
    repeats: rule.repeats,
    repeatMinutes: rule.repeatMinutes,
  };
}

/** How the patient is reminded, or the defaults while they have chosen nothing. */
export const getReminders = query({
  can: "jobs.read-reminders",
  input: nothingSchema,
  async run({ tx, actor, now }): Promise<OwnReminders> {
    const patientId = found(actor.patientId);
    const [row] = await tx
      .select({
        email: patients.email,
        byMail: reminderSettings.byMail,
        byPush: reminderSettings.byPush,
        rule: {
          times: reminderSettings.times,
          weekdays: reminderSettings.weekdays,
          quietFrom: reminderSettings.quietFrom,
          quietTo: reminderSettings.quietTo,
          repeats: reminderSettings.repeats,
          repeatMinutes: reminderSettings.repeatMinutes,
          snoozedUntil: reminderSettings.snoozedUntil,
        },
      })
      .from(patients)
      .leftJoin(
        reminderSettings,
        and(eq(reminderSettings.clinicId, patients.clinicId), eq(reminderSettings.patientId, patients.id)),
      )
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId)));
    const devices = await tx
      .select({
        id: pushSubscriptions.id,
        device: pushSubscriptions.device,
        addedAt: pushSubscriptions.createdAt,
        endpoint: pushSubscriptions.endpoint,
      })
      .from(pushSubscriptions)
      .where(and(inScope(actor, pushSubscriptions), isNull(pushSubscriptions.goneAt)))
      .orderBy(asc(pushSubscriptions.createdAt), asc(pushSubscriptions.id));
    const { email, byMail, byPush, rule: columns } = found(row);
    const rule = columns && columns.times !== null ? ruleOf(columns as Parameters<typeof ruleOf>[0]) : DEFAULT_RULE;
    const can = sendable();
    return {
      form: formOf(rule, byMail ?? false),
      byPush: byPush ?? false,
      snoozedUntil: rule.snoozedUntil && rule.snoozedUntil > now ? rule.snoozedUntil : null,
      email,
      devices: devices.map(({ endpoint, ...device }) => ({ ...device, mark: hashToken(endpoint) })),
      canMail: can.mail || actor.isDemo,
      pushKey: can.push ? (env().VAPID_PUBLIC_KEY ?? null) : null,
    };
  },
});
