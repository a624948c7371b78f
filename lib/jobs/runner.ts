import { setTimeout as delay } from "node:timers/promises";
import { now } from "@/lib/core/clock";
import { logEvent } from "@/lib/core/log";
import { type ClinicToServe, clinicsToServe } from "./queries/serving";
import { sendMail, sendReminder } from "./send";
import type { Post } from "./transports/post";
import { claimMail } from "./writes/claim-mail";
import { claimReminder } from "./writes/claim-reminder";
import { forgetReminders, planReminders } from "./writes/plan-reminders";

/** Between two looks at what is due. */
const EVERY_MS = 10_000;
/** All settings are planned anew so often; changed ones at every look. */
const PLAN_EVERY_MS = 10 * 60_000;
/** How far back a look for changed settings reaches, so that a slow transaction is not missed. */
const OVERLAP_MS = 60_000;
const FORGET_EVERY_MS = 24 * 60 * 60_000;
/** Sends at once in one process. */
const LANES = 3;

export type Runner = {
  /** Finishes what is in hand and takes up no more. */
  stop: () => Promise<void>;
};

type Options = { post: Post; everyMs?: number; lanes?: number };
type Planned = { wholeAt: number; at: Date; forgotAt: number };

/** What one process remembers between two looks; nothing that others need. */
type Memory = { planned: Map<string, Planned>; isStopping: boolean };

const newMemory = (): Memory => ({ planned: new Map(), isStopping: false });

/**
 * Sends what waits: plans the reminders of the hours to come, and sends those that are due and the mail of the outbox, in one clinic after
 * another as its system actor. Any number of runners may work on one database: rows that one has in hand the others skip. One that is
 * killed loses nothing: what it had in hand is free again after two minutes. The only thing that can then be sent twice is what the other
 * side had accepted and the runner had not yet marked; both copies bear the same Message-ID, or the same tag on a phone.
 */
export function startRunner(options: Options): Runner {
  const memory = newMemory();
  const abort = new AbortController();
  const loop = async () => {
    while (!memory.isStopping) {
      try {
        await look(options, memory);
      } catch (error) {
        logEvent("runner held up", {}, error);
      }
      if (!memory.isStopping)
        await delay(options.everyMs ?? EVERY_MS, null, { signal: abort.signal }).catch(() => null);
    }
  };
  const ended = loop();
  return {
    async stop() {
      memory.isStopping = true;
      abort.abort();
      await ended;
    },
  };
}

/** One look: plans, and sends until nothing is due. For tests and for whoever starts it by hand. */
export function runOnce(options: Options): Promise<void> {
  return look(options, newMemory());
}

async function look(options: Options, memory: Memory): Promise<void> {
  for (const clinic of await clinicsToServe(now())) {
    if (memory.isStopping) return;
    try {
      await serve(clinic, options, memory);
    } catch (error) {
      // What is wrong in one clinic keeps nobody else waiting.
      logEvent("runner held up", { clinicId: clinic.clinicId }, error);
    }
  }
}

async function serve(clinic: ClinicToServe, { post, lanes = LANES }: Options, memory: Memory): Promise<void> {
  const isNew = clinic.hasSettings && (await plan(clinic.clinicId, memory)) > 0;
  if (!clinic.hasReminders && !clinic.hasMail && !isNew) return;
  const lane = async () => {
    while (!memory.isStopping && (await reminderOf(clinic, post)));
    if (post.mail && !clinic.isDemo) while (!memory.isStopping && (await mailOf(clinic, post)));
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

/** Plans what is to come, all of it now and then and what changed at other times. Returns how many reminders are new. */
async function plan(clinicId: string, { planned }: Memory): Promise<number> {
  const at = now();
  const ticks = performance.now();
  const before = planned.get(clinicId);
  const isWhole = !before || ticks - before.wholeAt >= PLAN_EVERY_MS;
  const since = before && new Date(before.at.getTime() - OVERLAP_MS);
  const written = await planReminders(clinicId, at, isWhole ? undefined : since);
  const isTidied = before && ticks - before.forgotAt < FORGET_EVERY_MS;
  if (!isTidied) await forgetReminders(clinicId, at);
  planned.set(clinicId, {
    wholeAt: isWhole ? ticks : before.wholeAt,
    at,
    forgotAt: isTidied ? before.forgotAt : ticks,
  });
  return written;
}

/** Takes up one reminder and sends it; false when none is due. */
async function reminderOf(clinic: ClinicToServe, post: Post): Promise<boolean> {
  const claim = await claimReminder(clinic, post, now());
  if (claim.kind === "send") await sendReminder(claim.reminder, post);
  return claim.kind !== "none";
}

/** The same for a mail of the outbox. */
async function mailOf({ clinicId }: ClinicToServe, post: Post): Promise<boolean> {
  const claim = await claimMail(clinicId, now());
  if (claim.kind === "send") await sendMail(claim.mail, post);
  return claim.kind !== "none";
}
