import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { clinics, memberships } from "./identity";

/** The first answer to each write that named an id: sent again, the same answer is given and nothing is written. */
export const receipts = pgTable(
  "receipts",
  {
    ...clinicKey(),
    membershipId: uuid("membership_id").notNull(),
    command: text("command").notNull(),
    /** SHA-256 of the input in canonical form. */
    inputHash: text("input_hash").notNull(),
    result: jsonb("result"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.membershipId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.membershipId], foreignColumns: [memberships.clinicId, memberships.id] }),
  ],
);

/** Mail waiting to go out. Written with the change that causes it; read only by the system actor. */
export const outbox = pgTable(
  "outbox",
  {
    ...clinicKey(),
    kind: text("kind").notNull(),
    toAddress: text("to_address").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    /** Tries that failed so far, and when the next one is due; null before the first. */
    attempts: smallint("attempts").notNull().default(0),
    nextTryAt: instant("next_try_at"),
    /** A runner holds it until then. */
    claimedUntil: instant("claimed_until"),
    /** Given up; `last_error` is a code, never an address or a text. */
    failedAt: instant("failed_at"),
    lastError: text("last_error"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
    index("outbox_waiting").on(t.clinicId, t.createdAt),
    index("outbox_unsent").on(t.clinicId, t.createdAt).where(sql`${t.sentAt} is null and ${t.failedAt} is null`),
  ],
);
