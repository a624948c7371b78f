import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { outbox } from "@/db/schema/core";
import { systemIdentity } from "@/lib/access/tokens";
import { nextTryAt } from "../reminders/back-off";
import type { SendCode } from "../reminders/vocabulary";
import type { OutgoingMail } from "../transports/mail";
import { type Held, heldFromNow, leaseEnd } from "./lease";

/** A mail of the outbox in hand, to be sent now and marked. */
export type ClaimedMail = { id: string; clinicId: string; attempts: number; held: Held; mail: OutgoingMail };

type Claim = { kind: "none" } | { kind: "settled" } | { kind: "send"; mail: ClaimedMail };

const HOUR = 3_600_000;
/** How long what a mail says holds true: as long as its link works. A reminder's own day is over by then. */
const LASTS_MS: Record<string, number> = { "password-reset": HOUR, reminder: HOUR };
const LASTS_OTHERWISE_MS = 7 * 24 * HOUR;

/**
 * Takes the mail that has waited longest in a clinic's outbox, if one is due, and skips rows that others hold. One whose link has ceased to
 * work is given up, not sent: it may have waited for the operator to set up a sender.
 */
export async function claimMail(clinicId: string, now: Date): Promise<Claim> {
  return asActor(systemIdentity(clinicId), async (tx) => {
    const [row] = await tx
      .select({
        id: outbox.id,
        kind: outbox.kind,
        to: outbox.toAddress,
        subject: outbox.subject,
        body: outbox.body,
        createdAt: outbox.createdAt,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .where(
        and(
          eq(outbox.clinicId, clinicId),
          isNull(outbox.sentAt),
          isNull(outbox.failedAt),
          or(isNull(outbox.nextTryAt), lte(outbox.nextTryAt, now)),
          or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, sql`clock_timestamp()`)),
        ),
      )
      .orderBy(asc(outbox.createdAt), asc(outbox.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return { kind: "none" };
    const { id, kind, createdAt, attempts, ...words } = row;
    if (now.getTime() - createdAt.getTime() > (LASTS_MS[kind] ?? LASTS_OTHERWISE_MS)) {
      await write(tx, { clinicId, id }, { failedAt: now, lastError: "expired" });
      return { kind: "settled" };
    }
    await tx.update(outbox).set({ claimedUntil: leaseEnd }).where(isMail({ clinicId, id }));
    return { kind: "send", mail: { id, clinicId, attempts, held: heldFromNow(), mail: { id, ...words } } };
  });
}

type Named = Pick<ClaimedMail, "clinicId" | "id">;

const isMail = ({ clinicId, id }: Named) => and(eq(outbox.clinicId, clinicId), eq(outbox.id, id));

async function write(tx: Tx, mail: Named, set: Partial<typeof outbox.$inferInsert>): Promise<void> {
  await tx
    .update(outbox)
    .set({ ...set, claimedUntil: null })
    .where(and(isMail(mail), isNull(outbox.sentAt), isNull(outbox.failedAt)));
}

const mark = (mail: Named, set: Partial<typeof outbox.$inferInsert>) =>
  asActor(systemIdentity(mail.clinicId), (tx) => write(tx, mail, set));

/** It was accepted. */
export const markMailSent = (mail: Named, now: Date) => mark(mail, { sentAt: now });

/** It was not tried: somebody else may take it up at once. */
export const giveMailBack = (mail: Named) => mark(mail, {});

/** It was not accepted: it is tried again a little later, or given up with the code of the last try. */
export async function markMailFailed(
  mail: Named & { attempts: number },
  failure: { code: SendCode; isFinal: boolean },
  now: Date,
): Promise<void> {
  const attempts = mail.attempts + 1;
  const again = failure.isFinal ? null : nextTryAt(attempts, now);
  await mark(mail, { attempts, lastError: failure.code, ...(again ? { nextTryAt: again } : { failedAt: now }) });
}
