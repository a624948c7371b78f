/** Missing-answer rules, by the names of docs/questionnaires: see lib/questionnaires/scoring.ts. */
export const MISSING_RULES = ["guide", "half", "complete"] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

/** Which way a score, or an answer, runs. */
export const DIRECTIONS = ["lower-is-better", "higher-is-better"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * How the answers of a part make its score: `range` their sum on the range it can have, `mean` their mean, `none` no score. A missing answer
 * takes the mean of the others where the rule allows.
 */
export const FORMULAS = ["range", "mean", "none"] as const;

/** How soon an answer must be acted on: call for help now, the same day, or at the next contact. */
export const FLAG_LEVELS = ["emergency", "same-day", "clinic"] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

/** How answers came to be kept: sent in the portal, entered by a clinician from paper, or brought in with past results. */
export const RESPONSE_SOURCES = ["portal", "paper", "import"] as const;
export type ResponseSource = (typeof RESPONSE_SOURCES)[number];

/** Where the words of an instrument come from: shipped with the portal, or brought in by a clinic that has a licence. */
export const INSTRUMENT_ORIGINS = ["shipped", "licensed"] as const;
export type InstrumentOrigin = (typeof INSTRUMENT_ORIGINS)[number];
