import { InvitePatientButton } from "@/components/identity/invite-patient-button";
import type { Result } from "@/lib/core/errors";
import type { PatientHeader } from "@/lib/progress/queries/patient-record";

export type InviteAction = (value: { id: string; patientId: string }) => Promise<Result<unknown>>;

/** The way to invite a patient who cannot sign in yet; nothing for one who can. */
export function InviteSlot({ patient, invitePatient }: { patient: PatientHeader; invitePatient: InviteAction }) {
  if (patient.portal === "accepted" || patient.portal === "off") return null;
  return (
    <InvitePatientButton
      patientId={patient.id}
      wasInvited={patient.portal !== "not-invited"}
      invitePatient={invitePatient}
    />
  );
}
