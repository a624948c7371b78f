export const ITEM_KINDS = ["exercise", "article", "questionnaire"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Which side an exercise is done on. `alternating` swaps each repetition; `both` does all sets on each side. */
export const DOSE_SIDES = ["none", "left", "right", "both", "alternating"] as const;
export type DoseSide = (typeof DOSE_SIDES)[number];

/** ISO weekdays, 1 = Monday to 7 = Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Elastic bands by colour, from light to heavy as most makers have them. Makers differ: a colour is a name and no force. */
export const BAND_COLOURS = ["yellow", "red", "green", "blue", "black", "silver", "gold"] as const;
export type BandColour = (typeof BAND_COLOURS)[number];

/** What a clinician can say to a suggestion to progress: do it, do it otherwise, leave it. */
export const SUGGESTION_DECISIONS = ["approved", "changed", "declined"] as const;
export type SuggestionDecision = (typeof SUGGESTION_DECISIONS)[number];

/** Why a plan rests. */
export const PAUSE_REASONS = ["holiday", "illness", "other"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
export const PAUSE_REASON_WORDS: Record<PauseReason, string> = {
  holiday: "Holiday",
  illness: "Illness",
  other: "Something else",
};
