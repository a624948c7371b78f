import type { Person } from "./actor";
import { systemIdentity } from "./tokens";

/**
 * A patient as the system actor of their clinic reads for them, to remind them or to fill their calendar: scoped to their own record, under
 * the system actor's identity, which may read what is due and what is done and may write nothing of it. For lib/jobs and lib/export alone.
 */
export function onBehalfOf(patient: { clinicId: string; patientId: string; timeZone: string }): Person {
  const { clinicId, patientId, timeZone } = patient;
  const [clinicName, sessionId, accountId, memberId, name] = ["", "", "", "", ""];
  const nobody = { clinicName, isDemo: false, sessionId, accountId, memberId, name };
  return { ...nobody, identity: systemIdentity(clinicId), clinicId, role: "patient", patientId, timeZone };
}
