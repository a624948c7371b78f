import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { memberships, patients } from "./identity";
import { libraryVersions } from "./library";

/** What patient and clinic write to each other. Insert-only: a message is never changed or taken back. */
export const messages = pgTable(
  "messages",
  {
    ...clinicKey(),
    patientId: uuid("patient_id").notNull(),
    authorId: uuid("author_id").notNull(),
    /** The words it was asked about, when it was asked beside an article or an exercise. */
    aboutVersionId: uuid("about_version_id"),
    /** The question it answers; null for a question. */
    answersId: uuid("answers_id"),
    body: text("body").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patients.clinicId, patients.id] }),
    foreignKey({ columns: [t.clinicId, t.authorId], foreignColumns: [memberships.clinicId, memberships.id] }),
    foreignKey({
      columns: [t.clinicId, t.aboutVersionId],
      foreignColumns: [libraryVersions.clinicId, libraryVersions.id],
    }),
    unique("messages_of_patient").on(t.clinicId, t.patientId, t.id),
    // An answer stands in the same conversation as its question.
    foreignKey({
      name: "messages_answers",
      columns: [t.clinicId, t.patientId, t.answersId],
      foreignColumns: [t.clinicId, t.patientId, t.id],
    }),
    index("messages_patient").on(t.clinicId, t.patientId, t.sentAt),
    index("messages_answered").on(t.clinicId, t.answersId),
    check("messages_body", sql`char_length(${t.body}) between 1 and 2000`),
  ],
);
