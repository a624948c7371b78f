import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { clinics, memberships, patients } from "./identity";
import { libraryVersions } from "./library";
import { instrumentVersions } from "./questionnaires";

/** Templates of a plan. `body` has the shape of lib/plans/protocol-schema.ts; a changed text is a new version. */
export const protocols = pgTable(
  "protocols",
  {
    ...clinicKey(),
    slug: text("slug").notNull(),
    origin: text("origin").notNull(),
    createdAt: instant("created_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("protocols_slug").on(t.clinicId, t.slug),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
  ],
);

export const protocolVersions = pgTable(
  "protocol_versions",
  {
    ...clinicKey(),
    protocolId: uuid("protocol_id").notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    body: jsonb("body").notNull(),
    bodyHash: text("body_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("protocol_versions_number").on(t.clinicId, t.protocolId, t.number),
    foreignKey({ columns: [t.clinicId, t.protocolId], foreignColumns: [protocols.clinicId, protocols.id] }),
  ],
);

/** A patient's programme through its life; what it says is in its versions. */
export const plans = pgTable(
  "plans",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    /** Day 1, in the patient's zone; set when the first version is published and never moved. */
    startsOn: date("starts_on", { mode: "string" }),
    /** Last day, inclusive; null while it runs. */
    endsOn: date("ends_on", { mode: "string" }),
    /** Number of the version in force; 0 before the first is published. */
    currentVersion: integer("current_version").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.createdBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("plans_patient").on(t.clinicId, t.patientId),
  ],
);

/** The text being written, one a plan. `revision` rises with each save: a save that names an older one is a conflict. */
export const planDrafts = pgTable(
  "plan_drafts",
  {
    ...clinicKey(),
    planId: uuid("plan_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    /** The version this draft was begun from; publishing refuses it once another version is in force. */
    baseVersion: integer("base_version").notNull(),
    revision: integer("revision").notNull(),
    body: jsonb("body").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("plan_drafts_plan").on(t.clinicId, t.planId),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plans.clinicId, plans.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.updatedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
  ],
);

/** What a clinician published. Insert-only. */
export const planVersions = pgTable(
  "plan_versions",
  {
    ...clinicKey(),
    planId: uuid("plan_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    /** First day it governs, in the patient's zone: nothing before this day changes. */
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("plan_versions_number").on(t.clinicId, t.planId, t.number),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plans.clinicId, plans.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.publishedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("plan_versions_patient").on(t.clinicId, t.patientId),
  ],
);

export const phases = pgTable(
  "phases",
  {
    ...clinicKey(),
    planVersionId: uuid("plan_version_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    key: uuid("key").notNull(),
    position: smallint("position").notNull(),
    title: text("title").notNull(),
    aim: text("aim").notNull(),
    /** phaseCriteriaSchema of lib/plans/criteria-schema.ts: when to think of moving on; null without. */
    criteria: jsonb("criteria"),
    /** Length in weeks; null for one that lasts until somebody moves on, and for a last one without an end. */
    weeks: smallint("weeks"),
    /** Null while it waits for the phase before it, which lasts until its criteria are met. */
    startsOn: date("starts_on", { mode: "string" }),
    /** Inclusive; null for a phase without a known end. */
    endsOn: date("ends_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("phases_position").on(t.clinicId, t.planVersionId, t.position),
    foreignKey({ columns: [t.clinicId, t.planVersionId], foreignColumns: [planVersions.clinicId, planVersions.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    check("phases_waiting", sql`${t.startsOn} is not null or (${t.position} > 0 and ${t.endsOn} is null)`),
  ],
);

export const planItems = pgTable(
  "plan_items",
  {
    ...clinicKey(),
    planVersionId: uuid("plan_version_id").notNull(),
    phaseId: uuid("phase_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    /** The same line of the plan through all its versions. */
    key: uuid("key").notNull(),
    position: smallint("position").notNull(),
    kind: text("kind").notNull(),
    libraryVersionId: uuid("library_version_id"),
    instrumentVersionId: uuid("instrument_version_id"),
    sets: smallint("sets"),
    repetitions: smallint("repetitions"),
    holdSeconds: smallint("hold_seconds"),
    restSeconds: smallint("rest_seconds"),
    loadKg: numeric("load_kg", { precision: 5, scale: 2, mode: "number" }),
    tempo: text("tempo"),
    side: text("side"),
    /** One of BAND_COLOURS; null without a band. */
    bandColour: text("band_colour"),
    /** How far to move, in the clinician's words; empty for all the way. */
    rangeLimit: text("range_limit").notNull().default(""),
    /** Lines of a phase with one key are done in turn, set by set; null alone. */
    supersetKey: uuid("superset_key"),
    /** Pain (NPRS 0-10) above which the patient is told to ease off. */
    painCeiling: smallint("pain_ceiling").notNull(),
    /** scheduleSchema of lib/plans/schemas.ts. */
    schedule: jsonb("schedule").notNull(),
    /** No occurrence before this day: the first day of the first version that held the item. */
    anchorOn: date("anchor_on", { mode: "string" }).notNull(),
    note: text("note").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("plan_items_key").on(t.clinicId, t.planVersionId, t.key),
    foreignKey({ columns: [t.clinicId, t.planVersionId], foreignColumns: [planVersions.clinicId, planVersions.id] }),
    foreignKey({ columns: [t.clinicId, t.phaseId], foreignColumns: [phases.clinicId, phases.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({
      columns: [t.clinicId, t.libraryVersionId],
      foreignColumns: [libraryVersions.clinicId, libraryVersions.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.instrumentVersionId],
      foreignColumns: [instrumentVersions.clinicId, instrumentVersions.id],
    }),
    index("plan_items_patient").on(t.clinicId, t.patientId),
    index("plan_items_library_version").on(t.clinicId, t.libraryVersionId),
    check("plan_items_kind", sql`${t.kind} in ('exercise', 'article', 'questionnaire')`),
    check(
      "plan_items_reference",
      sql`(${t.kind} = 'questionnaire') = (${t.instrumentVersionId} is not null)
      and (${t.kind} <> 'questionnaire') = (${t.libraryVersionId} is not null)`,
    ),
    check("plan_items_dose", sql`(${t.kind} = 'exercise') = (${t.sets} is not null)`),
    check("plan_items_pain", sql`${t.painCeiling} between 0 and 10`),
  ],
);
