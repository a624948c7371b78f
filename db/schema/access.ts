import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { accounts, clinics, memberships } from "./identity";

/**
 * A signed-in person, or the system actor of one clinic. The row's token_hash is the identity every statement runs under.
 */
export const sessions = pgTable(
  "sessions",
  {
    ...clinicKey(),
    kind: text("kind").notNull(),
    accountId: uuid("account_id").references(() => accounts.id),
    membershipId: uuid("membership_id"),
    tokenHash: text("token_hash").notNull().unique(),
    /** True between the password and the one-time code; such a session has no role at all. */
    secondFactorPending: boolean("second_factor_pending").notNull().default(false),
    device: text("device").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    /** Seconds without a request after which the session ends; null for none. */
    idleSeconds: integer("idle_seconds"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
    foreignKey({ columns: [t.clinicId, t.membershipId], foreignColumns: [memberships.clinicId, memberships.id] }),
    index("sessions_account").on(t.accountId),
    check("sessions_kind", sql`${t.kind} in ('person', 'system')`),
    check(
      "sessions_person",
      sql`(${t.kind} = 'person') = (${t.membershipId} is not null) and (${t.kind} = 'person') = (${t.accountId} is not null)`,
    ),
  ],
);

/** Tries at a password or a code, counted by account whether or not the account exists. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Keyed hash of the e-mail or account, so that the table names nobody. */
    accountKey: text("account_key").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [index("sign_in_attempts_key").on(t.accountKey, t.at)],
);

export const passwordResets = pgTable("password_resets", {
  id: uuid("id").primaryKey(),
  accountId: uuid("account_id")
    .notNull()
    .references(() => accounts.id),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: instant("created_at").notNull().defaultNow(),
  expiresAt: instant("expires_at").notNull(),
  redeemedAt: instant("redeemed_at"),
});

/** Time-based one-time-code secrets, encrypted with the server's key. */
export const oneTimeCodeSecrets = pgTable("one_time_code_secrets", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id),
  secretEncrypted: text("secret_encrypted").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  confirmedAt: instant("confirmed_at"),
  /** The last 30-second step a code was accepted for: one code opens one door once. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [unique("recovery_codes_hash").on(t.accountId, t.codeHash)],
);
