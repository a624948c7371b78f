import { and, eq, inArray, isNull } from "drizzle-orm";
import { asActor } from "@/db/client";
import { pushSubscriptions, reminders } from "@/db/schema/reminders";
import { systemIdentity } from "@/lib/access/tokens";
import { nextTryAt } from "../reminders/back-off";
import type { SendCode } from "../reminders/vocabulary";

type Named = { id: string; clinicId: string; attempts: number };

async function mark({ clinicId, id }: Named, set: Partial<typeof reminders.$inferInsert>): Promise<void> {
  await asActor(systemIdentity(clinicId), (tx) =>
    tx
      .update(reminders)
      .set({ ...set, claimedUntil: null })
      .where(
        and(
          eq(reminders.clinicId, clinicId),
          eq(reminders.id, id),
          isNull(reminders.sentAt),
          isNull(reminders.droppedAt),
        ),
      ),
  );
}

/** It was accepted. */
export const markSent = (reminder: Named, now: Date) => mark(reminder, { sentAt: now });

/** No device takes it any more. */
export const markGone = (reminder: Named, now: Date) => mark(reminder, { droppedAt: now, reason: "gone" });

/** It was not tried: somebody else may take it up at once. */
export const giveBack = (reminder: Named) => mark(reminder, {});

/** It was not accepted: it is tried again a little later, or given up with the code of the last try. */
export async function markFailed(
  reminder: Named,
  failure: { code: SendCode; isFinal: boolean },
  now: Date,
): Promise<void> {
  const attempts = reminder.attempts + 1;
  const again = failure.isFinal ? null : nextTryAt(attempts, now);
  await mark(reminder, { attempts, reason: failure.code, ...(again ? { fireAt: again } : { droppedAt: now }) });
}

/** The push service said of these that they are gone for good. */
export async function markDevicesGone(clinicId: string, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await asActor(systemIdentity(clinicId), (tx) =>
    tx
      .update(pushSubscriptions)
      .set({ goneAt: now })
      .where(and(eq(pushSubscriptions.clinicId, clinicId), inArray(pushSubscriptions.id, [...ids]))),
  );
}
