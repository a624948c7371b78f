import { timestamp, uuid } from "drizzle-orm/pg-core";

/** Every table of a clinic's data begins with these two: its primary key is (clinic_id, id). */
export const clinicKey = () => ({
  clinicId: uuid("clinic_id").notNull(),
  id: uuid("id").notNull(),
});

/** An instant, stored in UTC with microseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
