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

/** Immutable; a response keeps its version for ever. `body` has the shape of lib/questionnaires/instrument-schema.ts. */
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
    /** Who brought the words in; null for what ships. */
    writtenById: uuid("written_by_id"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("instrument_versions_number").on(t.clinicId, t.instrumentId, t.number),
    foreignKey({ columns: [t.clinicId, t.instrumentId], foreignColumns: [instruments.clinicId, instruments.id] }),
    foreignKey({ columns: [t.clinicId, t.writtenById], foreignColumns: [memberships.clinicId, memberships.id] }),
  ],
);

/** A questionnaire a clinician sends beside the plan. Its id is the `item_key` of the answers to it. */
export const questionnaireRequests = pgTable(
  "questionnaire_requests",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** Days on which it can be answered, the first included; null for as long as it takes. */
    windowDays: integer("window_days"),
    note: text("note").notNull(),
    sentAt: instant("sent_at").notNull(),
    sentBy: uuid("sent_by").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.sentBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    foreignKey({
      columns: [t.clinicId, t.instrumentVersionId],
      foreignColumns: [instrumentVersions.clinicId, instrumentVersions.id],
    }),
    index("questionnaire_requests_patient").on(t.clinicId, t.patientId, t.dueOn),
  ],
);

/** A questionnaire being answered: one open copy for each occurrence of a plan item, and one for each correction. */
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
    /** The response these answers will replace; null for first answers. */
    correctsId: uuid("corrects_id"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("response_drafts_occurrence")
      .on(t.clinicId, t.patientId, t.itemKey, t.dueOn, t.correctsId)
      .nullsNotDistinct(),
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
    /** The activity, where the person names it themselves. */
    named: text("named"),
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
    /** The line of a plan or the request they answer; answers from paper and past results that answer none have their own id here. */
    itemKey: uuid("item_key").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    /** { item id: value or null }, every item of the version present. */
    answers: jsonb("answers").notNull().$type<Record<string, number | null>>(),
    /** Ids of items the person chose not to answer: null in `answers`, as those not reached are. */
    declined: jsonb("declined").notNull().default([]).$type<string[]>(),
    /** { item id: activity }, where the person names activities themselves. */
    named: jsonb("named").$type<Record<string, string>>(),
    startedAt: instant("started_at").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    submittedOn: date("submitted_on", { mode: "string" }).notNull(),
    receivedAt: instant("received_at").notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    correctsId: uuid("corrects_id"),
    correctionReason: text("correction_reason"),
    /** One of RESPONSE_SOURCES. */
    source: text("source").notNull().default("portal"),
    /** The day the answers speak of, when it is not the day they were sent: paper, past results, corrections. */
    answeredOn: date("answered_on", { mode: "string" }),
    /** Ids of answers that must be acted on, whatever the score. */
    flags: jsonb("flags").notNull().default([]).$type<string[]>(),
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
    rawMin: doublePrecision("raw_min").notNull().default(0),
    rawMax: doublePrecision("raw_max").notNull(),
    /** 0 to 100, 100 = worst. */
    worst100: doublePrecision("worst100"),
    answered: smallint("answered").notNull(),
    imputed: smallint("imputed").notNull(),
    reason: text("reason"),
    /** The published word for the score, where there is one. */
    band: text("band"),
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

/** A clinician has seen a response that held an answer to act on. */
export const responseReviews = pgTable(
  "response_reviews",
  {
    clinicId: uuid("clinic_id").notNull(),
    responseId: uuid("response_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    note: text("note").notNull(),
    reviewedAt: instant("reviewed_at").notNull(),
    reviewedBy: uuid("reviewed_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.responseId] }),
    foreignKey({ columns: [t.clinicId, t.responseId], foreignColumns: [responses.clinicId, responses.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.reviewedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
  ],
);
