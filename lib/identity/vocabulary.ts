/** Roles a person can hold in a clinic. */
export const ROLES = ["patient", "clinician", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_ROLES = ["clinician", "admin"] as const satisfies readonly Role[];

/** Body regions the portal treats. */
export const REGIONS = ["knee", "hip", "lower-back", "ankle"] as const;
export type Region = (typeof REGIONS)[number];

/** Which side of the body is affected; `central` for the spine without a side. */
export const AFFECTED_SIDES = ["left", "right", "both", "central"] as const;
export type AffectedSide = (typeof AFFECTED_SIDES)[number];
