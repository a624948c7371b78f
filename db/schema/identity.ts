import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";

export const clinics = pgTable("clinics", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull(),
  /** Demonstration clinics show their mail at /outbox; no other clinic ever does. */
  isDemo: boolean("is_demo").notNull().default(false),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** A person: one e-mail, one password, however many clinics. */
export const accounts = pgTable("accounts", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  passwordChangedAt: instant("password_changed_at").notNull().defaultNow(),
});

/** An account in a clinic with a role. The same person may hold two roles as two memberships. */
export const memberships = pgTable(
  "memberships",
  {
    ...clinicKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    role: text("role").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    disabledAt: instant("disabled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("memberships_account_role").on(t.clinicId, t.accountId, t.role),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
    index("memberships_account").on(t.accountId),
    check("memberships_role", sql`${t.role} in ('patient', 'clinician', 'admin')`),
  ],
);

export const patients = pgTable(
  "patients",
  {
    ...clinicKey(),
    /** The patient's own membership, once the invitation is accepted. */
    membershipId: uuid("membership_id"),
    name: text("name").notNull(),
    dateOfBirth: date("date_of_birth", { mode: "string" }).notNull(),
    email: text("email").notNull(),
    region: text("region").notNull(),
    side: text("side").notNull(),
    /** In the patient's own words. */
    goal: text("goal").notNull(),
    timeZone: text("time_zone").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.membershipId], foreignColumns: [memberships.clinicId, memberships.id] }),
    foreignKey({ columns: [t.clinicId, t.createdBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    unique("patients_membership").on(t.clinicId, t.membershipId),
    unique("patients_email").on(t.clinicId, t.email),
    check("patients_region", sql`${t.region} in ('knee', 'hip', 'lower-back', 'ankle')`),
    check("patients_side", sql`${t.side} in ('left', 'right', 'both', 'central')`),
  ],
);

/** Only the hash of the token is kept; the token itself is in the mail and nowhere else. */
export const invitations = pgTable(
  "invitations",
  {
    ...clinicKey(),
    role: text("role").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    patientId: uuid("patient_id"),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    redeemedAt: instant("redeemed_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.createdBy], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("invitations_patient").on(t.clinicId, t.patientId),
    check("invitations_role", sql`${t.role} in ('patient', 'clinician', 'admin')`),
    check("invitations_patient_role", sql`(${t.role} = 'patient') = (${t.patientId} is not null)`),
  ],
);
