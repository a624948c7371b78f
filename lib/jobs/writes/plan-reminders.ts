import { and, eq, isNotNull, lt, or } from "drizzle-orm";
import { asActor } from "@/db/client";
import { reminders } from "@/db/schema/reminders";
import { systemIdentity } from "@/lib/access/tokens";
import { addDays, calendarDayOf } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { type RemindedPatient, remindedPatients } from "../queries/serving";
import { remindersBetween } from "../reminders/times";
import type { Channel } from "../reminders/vocabulary";

const HOUR = 3_600_000;
/** Planned so far ahead, and caught up with so far back: longer than a restart of everything takes. */
const AHEAD_MS = 3 * HOUR;
const BACK_MS = 3 * HOUR;
/** Days after which a reminder that is over is forgotten. */
const KEPT_DAYS = 30;
const MOST_ROWS = 500;

function plannedFor(clinicId: string, patient: RemindedPatient, now: Date) {
  const { patientId, rule, timeZone, updatedAt } = patient;
  // What came before the settings were made was not asked for.
  const from = new Date(Math.max(now.getTime() - BACK_MS, updatedAt.getTime()));
  const channels: Channel[] = [
    ...(patient.byMail ? (["mail"] as const) : []),
    ...(patient.byPush ? (["push"] as const) : []),
  ];
  return remindersBetween(rule, timeZone, from, new Date(now.getTime() + AHEAD_MS)).flatMap((reminder) =>
    channels.map((channel) => ({ clinicId, id: newId(), patientId, ...reminder, channel, attempts: 0 })),
  );
}

/**
 * Writes down the reminders of the next three hours in a clinic, and of the last three that nobody wrote down. Each has one slot, so that
 * however many runners plan it there is one. `changedSince` looks only at settings changed from then on. Returns how many were new.
 */
export async function planReminders(clinicId: string, now: Date, changedSince?: Date): Promise<number> {
  return asActor(systemIdentity(clinicId), async (tx) => {
    const patients = await remindedPatients(tx, clinicId, changedSince ? { changedSince } : {});
    const rows = patients.flatMap((patient) => plannedFor(clinicId, patient, now));
    let written = 0;
    for (let at = 0; at < rows.length; at += MOST_ROWS) {
      const added = await tx
        .insert(reminders)
        .values(rows.slice(at, at + MOST_ROWS))
        .onConflictDoNothing()
        .returning({ id: reminders.id });
      written += added.length;
    }
    return written;
  });
}

/** Forgets reminders that were sent or left out a month ago. */
export async function forgetReminders(clinicId: string, now: Date): Promise<void> {
  const before = addDays(calendarDayOf(now, "UTC"), -KEPT_DAYS);
  await asActor(systemIdentity(clinicId), (tx) =>
    tx
      .delete(reminders)
      .where(
        and(
          eq(reminders.clinicId, clinicId),
          lt(reminders.dueOn, before),
          or(isNotNull(reminders.sentAt), isNotNull(reminders.droppedAt)),
        ),
      ),
  );
}
