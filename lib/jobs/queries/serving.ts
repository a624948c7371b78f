import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { memberships, patients } from "@/db/schema/identity";
import { reminderSettings } from "@/db/schema/reminders";
import { doorIdentity } from "@/lib/access/tokens";
import type { ReminderRule } from "../reminders/times";

/** What a runner has to do in a clinic just now. */
export type ClinicToServe = {
  clinicId: string;
  isDemo: boolean;
  hasSettings: boolean;
  hasReminders: boolean;
  hasMail: boolean;
};

/** Every clinic, and what there is to do in it. `now` is the portal's clock. */
export async function clinicsToServe(now: Date): Promise<ClinicToServe[]> {
  const rows = await asActor(doorIdentity(), (tx) =>
    tx.execute<{
      clinic_id: string;
      is_demo: boolean;
      has_settings: boolean;
      has_reminders: boolean;
      has_mail: boolean;
    }>(
      sql`select clinic_id, is_demo, has_settings, has_reminders, has_mail from app.clinics_to_serve(${now.toISOString()})`,
    ),
  );
  return rows.map((row) => ({
    clinicId: row.clinic_id,
    isDemo: row.is_demo,
    hasSettings: row.has_settings,
    hasReminders: row.has_reminders,
    hasMail: row.has_mail,
  }));
}

/** How a patient is reminded, and where. */
export type RemindedPatient = {
  patientId: string;
  rule: ReminderRule;
  byMail: boolean;
  byPush: boolean;
  timeZone: string;
  email: string;
  offTokenHash: string;
  updatedAt: Date;
};

/** The columns of somebody's settings as the rule has them. */
export function ruleOf(row: {
  times: number[];
  weekdays: number[];
  quietFrom: number | null;
  quietTo: number | null;
  repeats: number;
  repeatMinutes: number;
  snoozedUntil: Date | null;
}): ReminderRule {
  const { quietFrom, quietTo, ...rule } = row;
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };
  return { ...rule, quiet };
}

/**
 * The patients of a clinic whose reminders are on and who may still sign in, under the system actor; or one of them, or those whose settings
 * changed since.
 */
export async function remindedPatients(
  tx: Tx,
  clinicId: string,
  part: { patientId?: string; changedSince?: Date },
): Promise<RemindedPatient[]> {
  const { patientId, changedSince } = part;
  const rows = await tx
    .select({
      patientId: reminderSettings.patientId,
      byMail: reminderSettings.byMail,
      byPush: reminderSettings.byPush,
      times: reminderSettings.times,
      weekdays: reminderSettings.weekdays,
      quietFrom: reminderSettings.quietFrom,
      quietTo: reminderSettings.quietTo,
      repeats: reminderSettings.repeats,
      repeatMinutes: reminderSettings.repeatMinutes,
      snoozedUntil: reminderSettings.snoozedUntil,
      offTokenHash: reminderSettings.offTokenHash,
      updatedAt: reminderSettings.updatedAt,
      timeZone: patients.timeZone,
      email: patients.email,
    })
    .from(reminderSettings)
    .innerJoin(
      patients,
      and(eq(patients.clinicId, reminderSettings.clinicId), eq(patients.id, reminderSettings.patientId)),
    )
    .innerJoin(memberships, and(eq(memberships.clinicId, patients.clinicId), eq(memberships.id, patients.membershipId)))
    .where(
      and(
        eq(reminderSettings.clinicId, clinicId),
        or(eq(reminderSettings.byMail, true), eq(reminderSettings.byPush, true)),
        isNull(memberships.disabledAt),
        patientId === undefined ? undefined : eq(reminderSettings.patientId, patientId),
        changedSince === undefined ? undefined : gte(reminderSettings.updatedAt, changedSince),
      ),
    );
  return rows.map(({ patientId, byMail, byPush, offTokenHash, updatedAt, timeZone, email, ...columns }) => ({
    patientId,
    byMail,
    byPush,
    offTokenHash,
    updatedAt,
    timeZone,
    email,
    rule: ruleOf(columns),
  }));
}
