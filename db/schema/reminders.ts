import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { patients } from "./identity";

/** How one patient wants to be reminded. Times are minutes after midnight in the patient's zone. */
export const reminderSettings = pgTable(
  "reminder_settings",
  {
    clinicId: uuid("clinic_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    byMail: boolean("by_mail").notNull(),
    byPush: boolean("by_push").notNull(),
    /** Minutes after midnight, in order. */
    times: jsonb("times").notNull().$type<number[]>(),
    /** ISO weekdays, 1 = Monday to 7 = Sunday. */
    weekdays: jsonb("weekdays").notNull().$type<number[]>(),
    quietFrom: smallint("quiet_from"),
    quietTo: smallint("quiet_to"),
    /** Times a reminder is repeated while nothing is logged, 0 to 2, and the minutes between. */
    repeats: smallint("repeats").notNull(),
    repeatMinutes: integer("repeat_minutes").notNull(),
    snoozedUntil: instant("snoozed_until"),
    /** SHA-256 of the secret in each mail's link that turns mail off. The secret itself is worked out from APP_SECRET. */
    offTokenHash: text("off_token_hash").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.patientId] }),
    unique("reminder_settings_off").on(t.offTokenHash),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
  ],
);

/** Where a browser of a patient takes web push. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    endpoint: text("endpoint").notNull(),
    /** Keys of the browser, for encrypting to it alone. */
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull(),
    /** When the push service said that it is gone. */
    goneAt: instant("gone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("push_subscriptions_endpoint").on(t.clinicId, t.patientId, t.endpoint),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
  ],
);

/**
 * One reminder for one patient: its slot makes it one, however many runners there are. Claimed with SKIP LOCKED; `sent_at` or `dropped_at`
 * ends it.
 */
export const reminders = pgTable(
  "reminders",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** Minutes after midnight of the setting it comes from, and which repeat of it, 0 being the first. */
    slot: smallint("slot").notNull(),
    repeat: smallint("repeat").notNull(),
    channel: text("channel").notNull(),
    /** Not before. */
    fireAt: instant("fire_at").notNull(),
    attempts: smallint("attempts").notNull(),
    claimedUntil: instant("claimed_until"),
    sentAt: instant("sent_at"),
    droppedAt: instant("dropped_at"),
    /** Why it was dropped, or why the last try failed: a code of lib/jobs/reminders/vocabulary.ts. */
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("reminders_slot").on(t.clinicId, t.patientId, t.dueOn, t.slot, t.repeat, t.channel),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    index("reminders_waiting").on(t.clinicId, t.fireAt).where(sql`${t.sentAt} is null and ${t.droppedAt} is null`),
  ],
);

/** A secret address under which a calendar program reads what is due. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    /** SHA-256 of the secret in the address. */
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("calendar_feeds_token").on(t.tokenHash),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    index("calendar_feeds_patient").on(t.clinicId, t.patientId),
    // One live address a patient: of two made at once one is refused.
    uniqueIndex("calendar_feeds_live").on(t.clinicId, t.patientId).where(sql`${t.revokedAt} is null`),
  ],
);
