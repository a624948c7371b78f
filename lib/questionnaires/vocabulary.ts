/** Missing-answer rules, by the names of docs/questionnaires: see lib/questionnaires/scoring.ts. */
export const MISSING_RULES = ["guide", "half", "complete"] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

/** Which way the 0-100 score shown to people runs. */
export const DIRECTIONS = ["lower-is-better", "higher-is-better"] as const;
export type Direction = (typeof DIRECTIONS)[number];
