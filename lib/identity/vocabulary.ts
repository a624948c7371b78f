/** Roles a person can hold in a clinic. */
export const ROLES = ["patient", "clinician", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_ROLES = ["clinician", "admin"] as const satisfies readonly Role[];

export const ROLE_NAMES: Record<Role, string> = {
  patient: "Patient",
  clinician: "Clinician",
  admin: "Administrator",
};

/** Body regions the portal treats. */
export const REGIONS = ["knee", "hip", "lower-back", "ankle"] as const;
export type Region = (typeof REGIONS)[number];

export const REGION_NAMES: Record<Region, string> = {
  knee: "Knee",
  hip: "Hip",
  "lower-back": "Lower back",
  ankle: "Ankle",
};

/** Which side of the body is affected; `central` for the spine without a side. */
export const AFFECTED_SIDES = ["left", "right", "both", "central"] as const;
export type AffectedSide = (typeof AFFECTED_SIDES)[number];

export const SIDE_NAMES: Record<AffectedSide, string> = {
  left: "Left",
  right: "Right",
  both: "Both sides",
  central: "In the middle",
};

/** How far a patient's or a member's invitation has come. */
export type InvitationState = "open" | "used" | "expired" | "withdrawn";
