import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { memberships, patients } from "./identity";
import { plans } from "./plans";

/** Days on which nothing of a plan is due: a holiday, an illness. Insert-only but for its end. */
export const planPauses = pgTable(
  "plan_pauses",
  {
    ...clinicKey(),
    planId: uuid("plan_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    /** Inclusive; null until somebody ends it. */
    endsOn: date("ends_on", { mode: "string" }),
    reason: text("reason").notNull(),
    setAt: instant("set_at").notNull(),
    setBy: uuid("set_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plans.clinicId, plans.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.setBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("plan_pauses_patient").on(t.clinicId, t.patientId),
  ],
);

/** What a clinician decided about a suggestion to progress. `subject` names the suggestion, so that it is not made again. */
export const suggestionDecisions = pgTable(
  "suggestion_decisions",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    planId: uuid("plan_id").notNull(),
    subject: text("subject").notNull(),
    /** One of SUGGESTION_DECISIONS. */
    decision: text("decision").notNull(),
    /** Numbers the suggestion rested on. */
    evidence: jsonb("evidence").notNull(),
    note: text("note").notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: uuid("decided_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("suggestion_decisions_subject").on(t.clinicId, t.planId, t.subject),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plans.clinicId, plans.id] }),
    foreignKey({ columns: [t.clinicId, t.decidedBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("suggestion_decisions_patient").on(t.clinicId, t.patientId),
  ],
);
