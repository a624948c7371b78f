import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { clinicKey, instant } from "./columns";
import { clinics, memberships } from "./identity";

const searchText = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Exercises and articles a clinic can hand out. Shipped ones are copied into each clinic from content/. */
export const libraryItems = pgTable(
  "library_items",
  {
    ...clinicKey(),
    kind: text("kind").notNull(),
    /** Shipped ones are words joined by hyphens; a clinic's own hold a tilde, so that what ships later never meets them. */
    slug: text("slug").notNull(),
    origin: text("origin").notNull(),
    /** The item it was copied from; null for shipped items and for those written from nothing. */
    copiedFromId: uuid("copied_from_id"),
    createdAt: instant("created_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("library_items_slug").on(t.clinicId, t.kind, t.slug),
    foreignKey({ columns: [t.clinicId], foreignColumns: [clinics.id] }),
    foreignKey({
      name: "library_items_copied_from",
      columns: [t.clinicId, t.copiedFromId],
      foreignColumns: [t.clinicId, t.id],
    }),
    check("library_items_kind", sql`${t.kind} in ('exercise', 'article')`),
    check("library_items_origin", sql`${t.origin} in ('shipped', 'clinic')`),
    check("library_items_own_slug", sql`(${t.origin} = 'clinic') = (${t.slug} like '%~%')`),
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
    /** The member who wrote it; null for what ships. */
    writtenById: uuid("written_by_id"),
    createdAt: instant("created_at").notNull(),
    /** What a search reads; the database fills it in when the version is written. */
    search: searchText("search").notNull().default(sql`''`),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique("library_versions_number").on(t.clinicId, t.itemId, t.number),
    foreignKey({ columns: [t.clinicId, t.itemId], foreignColumns: [libraryItems.clinicId, libraryItems.id] }),
    foreignKey({ columns: [t.clinicId, t.writtenById], foreignColumns: [memberships.clinicId, memberships.id] }),
  ],
);

/** The items a member has marked to find again quickly. */
export const libraryFavourites = pgTable(
  "library_favourites",
  {
    clinicId: uuid("clinic_id").notNull(),
    membershipId: uuid("membership_id").notNull(),
    itemId: uuid("item_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.membershipId, t.itemId] }),
    foreignKey({ columns: [t.clinicId, t.itemId], foreignColumns: [libraryItems.clinicId, libraryItems.id] }),
    foreignKey({ columns: [t.clinicId, t.membershipId], foreignColumns: [memberships.clinicId, memberships.id] }),
  ],
);

/** A photo the clinic put in: re-encoded by us, without the camera's data. The bytes stand in the media store. */
export const libraryMedia = pgTable(
  "library_media",
  {
    ...clinicKey(),
    contentType: text("content_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    widthPixels: integer("width_pixels").notNull(),
    heightPixels: integer("height_pixels").notNull(),
    /** SHA-256 of the stored bytes, in hexadecimal. */
    sha256: text("sha256").notNull(),
    uploadedById: uuid("uploaded_by_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.uploadedById], foreignColumns: [memberships.clinicId, memberships.id] }),
    check("library_media_content_type", sql`${t.contentType} in ('image/jpeg', 'image/png', 'image/webp')`),
    check("library_media_size", sql`${t.sizeBytes} between 1 and 10485760`),
  ],
);
