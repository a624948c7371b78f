import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { clinics, memberships, patients } from "./identity";

export const instruments = pgTable(
  "instruments",
  {
    ...clinicKey(),
    slug: text("slug").notNull(),
    origin: text("origin").notNull(),
    createdAt: instant("created_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("instruments_slug").on(t.clinicId, t.slug),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
  ],
);

/** Immutable; a response keeps its version for ever. `body` has the shape of lib/questionnaires/schemas.ts. */
export const instrumentVersions = pgTable(
  "instrument_versions",
  {
    ...clinicKey(),
    instrumentId: uuid("instrument_id").notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    body: jsonb("body").notNull(),
    bodyHash: text("body_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("instrument_versions_number").on(t.clinicId, t.instrumentId, t.number),
    foreignKey({ columns: [t.clinicId, t.instrumentId], foreignColumns: [instruments.clinicId, instruments.id] }),
  ],
);

/** A questionnaire being answered: one open copy for each occurrence of a plan item. */
export const responseDrafts = pgTable(
  "response_drafts",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    itemKey: uuid("item_key").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    startedAt: instant("started_at").notNull(),
    submittedAt: instant("submitted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("response_drafts_occurrence").on(t.clinicId, t.patientId, t.itemKey, t.dueOn),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({
      columns: [t.clinicId, t.instrumentVersionId],
      foreignColumns: [instrumentVersions.clinicId, instrumentVersions.id],
    }),
  ],
);

/** One row an item; the newer answer wins, by the time it was given. */
export const draftAnswers = pgTable(
  "draft_answers",
  {
    clinicId: uuid("clinic_id").notNull(),
    draftId: uuid("draft_id").notNull(),
    itemId: text("item_id").notNull(),
    /** Null when the person chose not to answer. */
    value: smallint("value"),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.draftId, t.itemId] }),
    foreignKey({ columns: [t.clinicId, t.draftId], foreignColumns: [responseDrafts.clinicId, responseDrafts.id] }),
  ],
);

/** A submission. Insert-only: a correction is a new row that names the one it replaces. */
export const responses = pgTable(
  "responses",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    itemKey: uuid("item_key").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    /** { item id: value or null }, every item of the version present. */
    answers: jsonb("answers").notNull().$type<Record<string, number | null>>(),
    startedAt: instant("started_at").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    submittedOn: date("submitted_on", { mode: "string" }).notNull(),
    receivedAt: instant("received_at").notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    correctsId: uuid("corrects_id"),
    correctionReason: text("correction_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("responses_corrects").on(t.clinicId, t.correctsId),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.submittedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    foreignKey({
      columns: [t.clinicId, t.instrumentVersionId],
      foreignColumns: [instrumentVersions.clinicId, instrumentVersions.id],
    }),
    foreignKey({ columns: [t.clinicId, t.correctsId], foreignColumns: [t.clinicId, t.id] }),
    index("responses_patient").on(t.clinicId, t.patientId, t.submittedAt),
  ],
);

/** One row a subscale, and one named `total`. A score that cannot be given is null, with the reason. */
export const scores = pgTable(
  "scores",
  {
    ...clinicKey(),
    responseId: uuid("response_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    subscale: text("subscale").notNull(),
    raw: doublePrecision("raw"),
    rawMax: doublePrecision("raw_max").notNull(),
    /** 0 to 100, 100 = worst. */
    worst100: doublePrecision("worst100"),
    answered: smallint("answered").notNull(),
    imputed: smallint("imputed").notNull(),
    reason: text("reason"),
    isTotal: boolean("is_total").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("scores_subscale").on(t.clinicId, t.responseId, t.subscale),
    foreignKey({ columns: [t.clinicId, t.responseId], foreignColumns: [responses.clinicId, responses.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    index("scores_patient").on(t.clinicId, t.patientId),
  ],
);
