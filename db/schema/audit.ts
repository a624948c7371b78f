import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { clinics } from "./identity";

/** Append-only. Each row carries the hash of the row before it, so that an edit, a deletion or a swap shows. */
export const auditEvents = pgTable(
  "audit_events",
  {
    ...clinicKey(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    actorMembershipId: uuid("actor_membership_id"),
    actorRole: text("actor_role").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id"),
    patientId: uuid("patient_id"),
    /** Ids, codes and numbers only; never what a person wrote. */
    detail: jsonb("detail").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("audit_events_seq").on(t.clinicId, t.seq),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
    index("audit_events_patient").on(t.clinicId, t.patientId, t.at),
    index("audit_events_at").on(t.clinicId, t.at),
  ],
);

/** The end of each clinic's chain: one row a clinic, locked while a link is added. */
export const auditHeads = pgTable("audit_heads", {
  clinicId: uuid("clinic_id")
    .primaryKey()
    .references(() => clinics.id),
  seq: bigint("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
});
