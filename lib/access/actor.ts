import type { Role } from "@/lib/identity/vocabulary";

/** A signed-in person in one clinic. `identity` is the hash of their session's token. */
export type Person = Readonly<{
  identity: string;
  clinicId: string;
  clinicName: string;
  isDemo: boolean;
  sessionId: string;
  accountId: string;
  memberId: string;
  role: Role;
  /** The person's own record, when they are a patient. */
  patientId: string | null;
  name: string;
  /** The patient's own zone, or the clinic's for staff. */
  timeZone: string;
}>;
