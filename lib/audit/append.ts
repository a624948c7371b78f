import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/lib/core/ids";

/** What a row of the audit trail is about. `detail` holds ids, codes and numbers only, never what a person wrote. */
export type AuditEntry = {
  subjectType: string;
  subjectId: string | null;
  patientId?: string | null;
  detail?: Record<string, string | number | boolean | null>;
};

/** Adds a link to the clinic's chain, in the caller's transaction: if it cannot be written, nothing is. */
export async function appendAudit(tx: Tx, at: Date, action: string, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`select app.audit_append(${newId()}, ${at.toISOString()}, ${action}, ${entry.subjectType},
    ${entry.subjectId}, ${entry.patientId ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`);
}
