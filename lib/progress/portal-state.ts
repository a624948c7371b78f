/** How far somebody has come into the portal. `off` is a membership the clinic switched off. */
export type PortalState = "not-invited" | "invited" | "expired" | "accepted" | "off";

export type PortalFacts = {
  /** The latest invitation that was not withdrawn. */
  invitedAt: Date | null;
  expiresAt: Date | null;
  acceptedAt: Date | null;
  disabledAt: Date | null;
};

export function portalState({ invitedAt, expiresAt, acceptedAt, disabledAt }: PortalFacts, now: Date): PortalState {
  if (acceptedAt !== null) return disabledAt === null ? "accepted" : "off";
  if (invitedAt === null) return "not-invited";
  return expiresAt !== null && expiresAt > now ? "invited" : "expired";
}
