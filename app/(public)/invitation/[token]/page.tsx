import type { Metadata } from "next";
import { AcceptForm } from "@/components/identity/accept-form";
import { ClosedInvitation } from "@/components/identity/closed-invitation";
import { PublicShell } from "@/components/shell/public-shell";
import { now } from "@/lib/core/clock";
import { readInvitation } from "@/lib/identity/queries";
import type { Role } from "@/lib/identity/vocabulary";
import { redeemInvitation } from "./actions";

export const metadata: Metadata = { title: "Invitation" };

const INVITED: Record<Role, string> = {
  patient: "has made a place for you: your exercises, things to read and a few questions.",
  clinician: "invites you to work here as a clinician: to see patients and make their plans.",
  admin: "invites you to be an administrator: to look after people and who may do what.",
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(token, now());
  if (invitation?.state !== "open") return <ClosedInvitation state={invitation?.state ?? "unknown"} />;
  const { clinicName, name, role, email, hasAccount } = invitation;
  return (
    <PublicShell title={`Welcome, ${name}`} lead={`${clinicName} ${INVITED[role]}`} clinicName={clinicName}>
      <AcceptForm token={token} email={email} hasAccount={hasAccount} redeemInvitation={redeemInvitation} />
    </PublicShell>
  );
}
