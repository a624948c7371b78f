import { sql } from "drizzle-orm";
import { responses } from "@/db/schema/questionnaires";

/** Responses that no later one corrects; for statements that read `responses` under its own name. */
export const isStanding = sql`not exists (select from responses later
  where later.clinic_id = ${responses.clinicId} and later.corrects_id = ${responses.id})`;
