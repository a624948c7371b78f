import { setTimeout as delay } from "node:timers/promises";
import { now } from "@/lib/core/clock";
import { logEvent } from "@/lib/core/log";
import type { SendCode } from "./reminders/vocabulary";
import { SendError } from "./transports/mail";
import type { Post } from "./transports/post";
import { type ClaimedMail, giveMailBack, markMailFailed, markMailSent } from "./writes/claim-mail";
import type { ClaimedReminder } from "./writes/claim-reminder";
import { giveBack, markDevicesGone, markFailed, markGone, markSent } from "./writes/mark-reminder";

/** A reminder that a phone was offline for longer than this need not come at all. */
const WORTH_SECONDS = 4 * 60 * 60;

function failureOf(error: unknown): { code: SendCode; isFinal: boolean } {
  return error instanceof SendError ? error : { code: "server", isFinal: false };
}

/** Seconds to wait before each further try to write down that something was sent. */
const WAITS_SECONDS = [0.2, 1, 3] as const;

/** What was accepted must be marked: while the database is away for a moment, it is tried again. */
async function surely(mark: () => Promise<void>): Promise<void> {
  for (const seconds of WAITS_SECONDS) {
    try {
      return await mark();
    } catch {
      await delay(seconds * 1000);
    }
  }
  return mark();
}

const note = (what: string, clinicId: string, code: SendCode) => logEvent(what, { clinicId, code });

/** Sends a mail of the outbox that is in hand, and marks what became of it. */
export async function sendMail(claimed: ClaimedMail, post: Post): Promise<void> {
  if (!post.mail || !claimed.held.isFresh()) return giveMailBack(claimed);
  try {
    await post.mail(claimed.mail);
  } catch (error) {
    const failure = failureOf(error);
    note("mail not sent", claimed.clinicId, failure.code);
    return markMailFailed(claimed, failure, now());
  }
  return surely(() => markMailSent(claimed, now()));
}

/** Sends a reminder that is in hand, and marks what became of it. */
export async function sendReminder(claimed: ClaimedReminder, post: Post): Promise<void> {
  if (!claimed.held.isFresh()) return giveBack(claimed);
  return claimed.channel === "mail" ? byMail(claimed, post) : byPush(claimed, post);
}

async function byMail(claimed: Extract<ClaimedReminder, { channel: "mail" }>, post: Post): Promise<void> {
  if (!post.mail) return giveBack(claimed);
  try {
    await post.mail(claimed.mail);
  } catch (error) {
    const failure = failureOf(error);
    note("reminder not sent", claimed.clinicId, failure.code);
    return markFailed(claimed, failure, now());
  }
  return surely(() => markSent(claimed, now()));
}

/** One device that takes it is enough: tried again for another, it would come to the first twice. */
async function byPush(claimed: Extract<ClaimedReminder, { channel: "push" }>, post: Post): Promise<void> {
  const { clinicId, payload, devices } = claimed;
  const { push } = post;
  if (!push) return giveBack(claimed);
  const outcomes = await Promise.all(
    devices.map(async ({ id, ...target }) => ({
      id,
      outcome: await push({ target, payload, ttlSeconds: WORTH_SECONDS }),
    })),
  );
  const gone = outcomes.filter(({ outcome }) => outcome === "gone");
  if (outcomes.some(({ outcome }) => outcome === "accepted")) await surely(() => markSent(claimed, now()));
  await markDevicesGone(
    clinicId,
    gone.map(({ id }) => id),
    now(),
  );
  if (outcomes.some(({ outcome }) => outcome === "accepted")) return;
  if (gone.length === outcomes.length) return markGone(claimed, now());
  const code = outcomes.map(({ outcome }) => outcome).find((outcome) => outcome !== "gone" && outcome !== "accepted");
  note("reminder not sent", clinicId, code ?? "server");
  return markFailed(claimed, { code: code ?? "server", isFinal: false }, now());
}
