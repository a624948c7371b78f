import type { InvitationState } from "./vocabulary";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The instant whole days of 24 hours later. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

/** How far an invitation has come at an instant. What was redeemed or withdrawn stays so after its last day. */
export function invitationState(
  invitation: { redeemedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
  at: Date,
): InvitationState {
  if (invitation.redeemedAt) return "used";
  if (invitation.withdrawnAt) return "withdrawn";
  return invitation.expiresAt <= at ? "expired" : "open";
}
