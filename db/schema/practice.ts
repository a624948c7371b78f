import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { memberships, patients } from "./identity";
import { libraryVersions } from "./library";
import { planItems } from "./plans";

/**
 * One run through the exercises of a day, sent when it is over. Insert-only. Its logs name it; it may have none, when all was skipped
 * over.
 */
export const practiceSessions = pgTable(
  "practice_sessions",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    /** By the device's clock. */
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    /** Seconds spent practising, pauses left out. */
    activeSeconds: integer("active_seconds").notNull(),
    timeZone: text("time_zone").notNull(),
    /** Effort of the whole, 0-10; null when not answered. */
    effortRpe: smallint("effort_rpe"),
    note: text("note").notNull(),
    /** True when it was ended before its last exercise. */
    endedEarly: boolean("ended_early").notNull(),
    receivedAt: instant("received_at").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.recordedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("practice_sessions_patient").on(t.clinicId, t.patientId, t.startedAt),
    check("practice_sessions_effort", sql`${t.effortRpe} between 0 and 10`),
  ],
);

/**
 * What a patient says they did. Insert-only: a correction is a new row that names the one it replaces. The plan item is the
 * row of the version in force on that day, so the dose prescribed then stays with the log.
 */
export const practiceLogs = pgTable(
  "practice_logs",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    planItemId: uuid("plan_item_id").notNull(),
    itemKey: uuid("item_key").notNull(),
    /** The day it counts for, in the patient's zone. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** Which occasion of that day, from 1. */
    occasion: smallint("occasion").notNull(),
    outcome: text("outcome").notNull(),
    skipReason: text("skip_reason"),
    setsDone: smallint("sets_done"),
    repetitionsDone: smallint("repetitions_done"),
    holdSecondsDone: smallint("hold_seconds_done"),
    loadKg: numeric("load_kg", { precision: 5, scale: 2, mode: "number" }),
    /** NPRS 0-10; null when not answered. */
    painNrs: smallint("pain_nrs"),
    /** Effort 0-10; null when not answered. */
    effortRpe: smallint("effort_rpe"),
    note: text("note").notNull(),
    /** When it was done, by the device's clock. */
    performedAt: instant("performed_at").notNull(),
    timeZone: text("time_zone").notNull(),
    /** When the server received it. */
    receivedAt: instant("received_at").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    correctsId: uuid("corrects_id"),
    correctionReason: text("correction_reason"),
    /** The run it was done in; null for what was written down by hand. No foreign key: a log may arrive before its session. */
    sessionId: uuid("session_id"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("practice_logs_corrects").on(t.clinicId, t.correctsId),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.planItemId], foreignColumns: [planItems.clinicId, planItems.id] }),
    foreignKey({ columns: [t.clinicId, t.recordedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    foreignKey({ columns: [t.clinicId, t.correctsId], foreignColumns: [t.clinicId, t.id] }),
    index("practice_logs_patient").on(t.clinicId, t.patientId, t.dueOn),
    check("practice_logs_outcome", sql`${t.outcome} in ('done', 'partly', 'skipped')`),
    check("practice_logs_skip", sql`(${t.outcome} = 'skipped') = (${t.skipReason} is not null)`),
    check("practice_logs_pain", sql`${t.painNrs} between 0 and 10`),
    check("practice_logs_effort", sql`${t.effortRpe} between 0 and 10`),
    check("practice_logs_correction", sql`(${t.correctsId} is null) = (${t.correctionReason} is null)`),
  ],
);

export const readingReceipts = pgTable(
  "reading_receipts",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    planItemId: uuid("plan_item_id").notNull(),
    itemKey: uuid("item_key").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    libraryVersionId: uuid("library_version_id").notNull(),
    readAt: instant("read_at").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("reading_receipts_occurrence").on(t.clinicId, t.patientId, t.itemKey, t.dueOn),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.planItemId], foreignColumns: [planItems.clinicId, planItems.id] }),
    foreignKey({
      columns: [t.clinicId, t.libraryVersionId],
      foreignColumns: [libraryVersions.clinicId, libraryVersions.id],
    }),
  ],
);
