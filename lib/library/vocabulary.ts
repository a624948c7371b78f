export type LibraryKind = "exercise" | "article";

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
