import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { pushSubscriptions, reminderSettings } from "@/db/schema/reminders";
import type { Person } from "@/lib/access/actor";
import { hashToken, reminderOffToken } from "@/lib/access/tokens";
import { DEFAULT_RULE } from "../reminders/defaults";

/** Waits for whatever else is changing this patient's reminders: what counts rows must not count beside another. */
export async function lockReminders(tx: Tx, patientId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${patientId}/reminders`}, 0))`);
}

/** Writes a patient's settings; what is not given stays, and is the default where nothing was chosen yet. */
export async function writeSettings(
  tx: Tx,
  actor: Person,
  patientId: string,
  set: Partial<Omit<typeof reminderSettings.$inferInsert, "clinicId" | "patientId" | "offTokenHash">> & {
    updatedAt: Date;
  },
): Promise<void> {
  const { clinicId } = actor;
  const { quiet, ...rule } = DEFAULT_RULE;
  const offTokenHash = hashToken(reminderOffToken(clinicId, patientId));
  await tx
    .insert(reminderSettings)
    .values({
      clinicId,
      patientId,
      byMail: false,
      byPush: false,
      ...rule,
      times: [...rule.times],
      weekdays: [...rule.weekdays],
      quietFrom: quiet?.from ?? null,
      quietTo: quiet?.to ?? null,
      ...set,
      offTokenHash,
    })
    .onConflictDoUpdate({
      target: [reminderSettings.clinicId, reminderSettings.patientId],
      set: { ...set, offTokenHash },
    });
}

/** The devices of a patient that still take reminders. */
export async function liveDevices(
  tx: Tx,
  actor: Person,
  patientId: string,
): Promise<{ id: string; endpoint: string }[]> {
  return tx
    .select({ id: pushSubscriptions.id, endpoint: pushSubscriptions.endpoint })
    .from(pushSubscriptions)
    .where(
      and(
        eq(pushSubscriptions.clinicId, actor.clinicId),
        eq(pushSubscriptions.patientId, patientId),
        isNull(pushSubscriptions.goneAt),
      ),
    );
}
