import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { clinics } from "./identity";

/** Exercises and articles a clinic can hand out. Shipped ones are copied into each clinic from content/. */
export const libraryItems = pgTable(
  "library_items",
  {
    ...clinicKey(),
    kind: text("kind").notNull(),
    slug: text("slug").notNull(),
    origin: text("origin").notNull(),
    createdAt: instant("created_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("library_items_slug").on(t.clinicId, t.kind, t.slug),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
    check("library_items_kind", sql`${t.kind} in ('exercise', 'article')`),
    check("library_items_origin", sql`${t.origin} in ('shipped', 'clinic')`),
  ],
);

/** The words of an item as they stood; never changed. `body` has the shape of lib/library/schemas.ts. */
export const libraryVersions = pgTable(
  "library_versions",
  {
    ...clinicKey(),
    itemId: uuid("item_id").notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    body: jsonb("body").notNull(),
    /** SHA-256 of the body in canonical form: the same text is never a new version. */
    bodyHash: text("body_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("library_versions_number").on(t.clinicId, t.itemId, t.number),
    foreignKey({ columns: [t.clinicId, t.itemId], foreignColumns: [libraryItems.clinicId, libraryItems.id] }),
  ],
);
