export const ITEM_KINDS = ["exercise", "article", "questionnaire"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Which side an exercise is done on. `alternating` swaps each repetition; `both` does all sets on each side. */
export const DOSE_SIDES = ["none", "left", "right", "both", "alternating"] as const;
export type DoseSide = (typeof DOSE_SIDES)[number];

/** ISO weekdays, 1 = Monday to 7 = Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];
