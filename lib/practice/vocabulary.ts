export const OUTCOMES = ["done", "partly", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SKIP_REASONS = [
  "pain",
  "tired",
  "no-time",
  "unwell",
  "unsure-how",
  "no-equipment",
  "away",
  "other",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export const SKIP_REASON_WORDS: Record<SkipReason, string> = {
  pain: "It hurt too much",
  tired: "Too tired",
  "no-time": "No time today",
  unwell: "Not well",
  "unsure-how": "Not sure how to do it",
  "no-equipment": "Did not have what I need",
  away: "Away from home",
  other: "Something else",
};

/** A log may be entered for a day up to this many days back. */
export const LATEST_LOG_AGE_DAYS = 14;

export const OUTCOME_WORDS: Record<Outcome, string> = { done: "Done", partly: "Partly done", skipped: "Not done" };

/** A device's clock may run this many seconds ahead of ours before what it says lies in the future. */
export const CLOCK_TOLERANCE_SECONDS = 300;

export const LONGEST_NOTE = 2000;
