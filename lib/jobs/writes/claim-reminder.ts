import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { outbox } from "@/db/schema/core";
import { pushSubscriptions, reminderSettings, reminders } from "@/db/schema/reminders";
import { hashToken, reminderOffToken, systemIdentity } from "@/lib/access/tokens";
import { env } from "@/lib/core/env";
import { logEvent } from "@/lib/core/log";
import { hasReportedSince, leftToday } from "../queries/done-today";
import { type RemindedPatient, remindedPatients } from "../queries/serving";
import { reminderMail, unsubscribeHeaders } from "../reminders/mail";
import { type PushPayload, pushPayload } from "../reminders/push-payload";
import { firstOf } from "../reminders/times";
import { needOf, standingOf, type Verdict } from "../reminders/verdict";
import type { DropReason } from "../reminders/vocabulary";
import type { OutgoingMail } from "../transports/mail";
import type { Post } from "../transports/post";
import type { PushTarget } from "../transports/push";
import { type Held, heldFromNow, leaseEnd } from "./lease";
import { markFailed } from "./mark-reminder";

type Clinic = { clinicId: string; isDemo: boolean };
type Row = {
  id: string;
  patientId: string;
  dueOn: string;
  slot: number;
  repeat: number;
  channel: string;
  fireAt: Date;
  attempts: number;
};
export type Device = PushTarget & { id: string };

/** A reminder in hand: checked a moment ago, to be sent now and marked. */
export type ClaimedReminder = { id: string; clinicId: string; attempts: number; held: Held } & (
  | { channel: "mail"; mail: OutgoingMail }
  | { channel: "push"; payload: PushPayload; devices: Device[] }
);

type Claim = { kind: "none" } | { kind: "settled" } | { kind: "send"; reminder: ClaimedReminder };

const NONE: Claim = { kind: "none" };
const SETTLED: Claim = { kind: "settled" };

/**
 * Takes the reminder that has waited longest in a clinic, if one is due, and looks once more whether it is wanted: all in one transaction,
 * which skips rows that others hold. What is not wanted is settled there and then; in a demonstration clinic mail goes to its outbox. One
 * that cannot be judged counts as a try that failed: it must not keep the others waiting.
 */
export async function claimReminder(clinic: Clinic, post: Post, now: Date): Promise<Claim> {
  const { clinicId } = clinic;
  let inHand: Row | undefined;
  try {
    return await asActor(systemIdentity(clinicId), async (tx) => {
      const row = await nextRow(tx, clinicId, now);
      if (!row) return NONE;
      inHand = row;
      return judged(tx, clinic, row, post, now);
    });
  } catch (error) {
    if (!inHand) throw error;
    await markFailed({ ...inHand, clinicId }, { code: "server", isFinal: false }, now);
    logEvent("reminder not judged", { clinicId }, error);
    return SETTLED;
  }
}

async function judged(tx: Tx, clinic: Clinic, row: Row, post: Post, now: Date): Promise<Claim> {
  const [patient] = await remindedPatients(tx, clinic.clinicId, { patientId: row.patientId });
  if (!patient) return settle(tx, clinic, row, dropped("off"));
  const { verdict, hasExercises } = await judge(tx, clinic, row, patient, now);
  if (verdict.kind !== "send") return settle(tx, clinic, row, verdict);
  return row.channel === "mail"
    ? byMail(tx, clinic, row, patient, { post, now, hasExercises })
    : byPush(tx, clinic, row, { post, hasExercises });
}

async function nextRow(tx: Tx, clinicId: string, now: Date): Promise<Row | undefined> {
  const [row] = await tx
    .select({
      id: reminders.id,
      patientId: reminders.patientId,
      dueOn: reminders.dueOn,
      slot: reminders.slot,
      repeat: reminders.repeat,
      channel: reminders.channel,
      fireAt: reminders.fireAt,
      attempts: reminders.attempts,
    })
    .from(reminders)
    .where(
      and(
        eq(reminders.clinicId, clinicId),
        isNull(reminders.sentAt),
        isNull(reminders.droppedAt),
        lte(reminders.fireAt, now),
        or(isNull(reminders.claimedUntil), lte(reminders.claimedUntil, sql`clock_timestamp()`)),
      ),
    )
    .orderBy(asc(reminders.fireAt), asc(reminders.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

async function judge(
  tx: Tx,
  { clinicId }: Clinic,
  row: Row,
  patient: RemindedPatient,
  now: Date,
): Promise<{ verdict: Verdict; hasExercises: boolean }> {
  const { rule, timeZone } = patient;
  const isOn = row.channel === "mail" ? patient.byMail : patient.byPush;
  const isOvertaken = await hasLater(tx, clinicId, row, now);
  const verdict = standingOf(row, { rule, isOn, timeZone, isOvertaken }, now);
  if (verdict.kind !== "send") return { verdict, hasExercises: false };
  const who = { clinicId, patientId: row.patientId, timeZone };
  const { isOpen, hasExercises } = await leftToday(tx, who, now);
  const first = firstOf(row.slot, rule, row.dueOn, timeZone);
  const hasReported = isOpen && row.repeat > 0 && (await hasReportedSince(tx, who, first));
  return { verdict: needOf(row, { isOpen, hasReported }), hasExercises };
}

/** Whether a later reminder of the day, by the same way, is due by now or was sent already. */
async function hasLater(tx: Tx, clinicId: string, row: Row, now: Date): Promise<boolean> {
  const [later] = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(
      and(
        eq(reminders.clinicId, clinicId),
        eq(reminders.patientId, row.patientId),
        eq(reminders.dueOn, row.dueOn),
        eq(reminders.channel, row.channel),
        isNull(reminders.droppedAt),
        lte(reminders.fireAt, now),
        sql`(${reminders.fireAt}, ${reminders.slot}, ${reminders.repeat}) > (${row.fireAt.toISOString()}::timestamptz, ${row.slot}, ${row.repeat})`,
      ),
    )
    .limit(1);
  return later !== undefined;
}

async function settle(tx: Tx, clinic: Clinic, row: Row, verdict: Exclude<Verdict, { kind: "send" }>): Promise<Claim> {
  const set =
    verdict.kind === "wait"
      ? { fireAt: verdict.until, claimedUntil: null }
      : { droppedAt: sql`clock_timestamp()`, reason: verdict.reason, claimedUntil: null };
  await tx.update(reminders).set(set).where(isRow(clinic.clinicId, row.id));
  return SETTLED;
}

const isRow = (clinicId: string, id: string) => and(eq(reminders.clinicId, clinicId), eq(reminders.id, id));
const dropped = (reason: DropReason) => ({ kind: "drop", reason }) as const;
const hold = (tx: Tx, clinicId: string, id: string) =>
  tx.update(reminders).set({ claimedUntil: leaseEnd }).where(isRow(clinicId, id));

type How = { post: Post; hasExercises: boolean };

async function byMail(
  tx: Tx,
  clinic: Clinic,
  row: Row,
  patient: RemindedPatient,
  how: How & { now: Date },
): Promise<Claim> {
  const { clinicId, isDemo } = clinic;
  if (!isDemo && !how.post.mail) return settle(tx, clinic, row, dropped("no-sender"));
  const publicUrl = env().PUBLIC_URL;
  const token = reminderOffToken(clinicId, row.patientId);
  const offTokenHash = hashToken(token);
  if (patient.offTokenHash !== offTokenHash) {
    await tx
      .update(reminderSettings)
      .set({ offTokenHash })
      .where(and(eq(reminderSettings.clinicId, clinicId), eq(reminderSettings.patientId, row.patientId)));
  }
  const words = reminderMail({
    todayLink: `${publicUrl}/today`,
    offLink: `${publicUrl}/reminders/off/${token}`,
    hasExercises: how.hasExercises,
  });
  if (isDemo) {
    const mail = { clinicId, id: row.id, kind: "reminder", toAddress: patient.email, createdAt: how.now, ...words };
    await tx.insert(outbox).values(mail);
    await tx.update(reminders).set({ sentAt: how.now }).where(isRow(clinicId, row.id));
    return SETTLED;
  }
  await hold(tx, clinicId, row.id);
  const headers = unsubscribeHeaders(`${publicUrl}/api/reminders/off/${token}`);
  const mail = { id: row.id, to: patient.email, ...words, headers };
  return { kind: "send", reminder: { ...base(clinicId, row), channel: "mail", mail } };
}

async function byPush(tx: Tx, clinic: Clinic, row: Row, { post, hasExercises }: How): Promise<Claim> {
  const { clinicId } = clinic;
  if (!post.push) return settle(tx, clinic, row, dropped("no-sender"));
  const devices = await tx
    .select({
      id: pushSubscriptions.id,
      endpoint: pushSubscriptions.endpoint,
      p256dh: pushSubscriptions.p256dh,
      auth: pushSubscriptions.auth,
    })
    .from(pushSubscriptions)
    .where(
      and(
        eq(pushSubscriptions.clinicId, clinicId),
        eq(pushSubscriptions.patientId, row.patientId),
        isNull(pushSubscriptions.goneAt),
      ),
    );
  if (devices.length === 0) return settle(tx, clinic, row, dropped("gone"));
  await hold(tx, clinicId, row.id);
  const payload = pushPayload({ id: row.id, hasExercises });
  return { kind: "send", reminder: { ...base(clinicId, row), channel: "push", payload, devices } };
}

const base = (clinicId: string, { id, attempts }: Row) => ({ id, clinicId, attempts, held: heldFromNow() });
