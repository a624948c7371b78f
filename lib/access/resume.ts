import { sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { refusalOf } from "@/lib/core/database-errors";
import type { Role } from "@/lib/identity/vocabulary";
import type { Person } from "./actor";
import { hashToken } from "./tokens";

export type SessionState = { state: "live"; person: Person } | { state: "pending" } | { state: "none" };

type ResumedRow = {
  clinic_id: string;
  clinic_name: string;
  is_demo: boolean;
  session_id: string;
  account_id: string;
  member_id: string;
  role: Role;
  patient_id: string | null;
  name: string;
  time_zone: string;
  pending: boolean;
};

/** Looks a session token up. A database that is away throws AppError unavailable: it never signs anybody out. */
export async function resumeSession(token: string | undefined): Promise<SessionState> {
  if (!token) return { state: "none" };
  const identity = hashToken(token);
  try {
    const [row] = await asActor(identity, (tx) => tx.execute<ResumedRow>(sql`select * from app.resume()`));
    if (!row) return { state: "none" };
    if (row.pending) return { state: "pending" };
    return {
      state: "live",
      person: {
        identity,
        clinicId: row.clinic_id,
        clinicName: row.clinic_name,
        isDemo: row.is_demo,
        sessionId: row.session_id,
        accountId: row.account_id,
        memberId: row.member_id,
        role: row.role,
        patientId: row.patient_id,
        name: row.name,
        timeZone: row.time_zone,
      },
    };
  } catch (error) {
    throw refusalOf(error);
  }
}
