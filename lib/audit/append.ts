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

/**
 * Adds a link to the clinic's chain for each entry, in their order and in the caller's transaction: if one cannot be written,
 * nothing is.
 */
export async function appendAudit(tx: Tx, at: Date, action: string, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ subjectType, subjectId, patientId = null, detail = {} }) => ({
    id: newId(),
    subject_type: subjectType,
    subject_id: subjectId,
    patient_id: patientId,
    detail,
  }));
  await tx.execute(sql`select app.audit_append(e.id, ${at.toISOString()}, ${action}, e.subject_type, e.subject_id, e.patient_id, e.detail)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, subject_type text, subject_id uuid, patient_id uuid, detail jsonb)`);
}
