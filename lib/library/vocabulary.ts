export const LIBRARY_KINDS = ["exercise", "article"] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** What came with the portal, and what the clinic wrote itself. */
export const ORIGINS = ["shipped", "clinic"] as const;
export type Origin = (typeof ORIGINS)[number];

export const LEVELS = ["gentle", "moderate", "demanding"] as const;
export const POSITIONS = [
  "standing",
  "sitting",
  "lying-on-back",
  "lying-on-front",
  "side-lying",
  "kneeling",
  "all-fours",
] as const;
export const EQUIPMENT = [
  "mat",
  "wall",
  "chair",
  "step",
  "resistance-band",
  "loop-band",
  "foam-roller",
  "ball",
  "dumb-bell",
  "towel",
  "table",
] as const;
