/** What a patient's device may send when it can, each by the name of what it does. */
export const SYNC_KINDS = [
  "practice.record",
  "practice.finish-session",
  "practice.correct",
  "practice.mark-read",
  "questionnaires.open-draft",
  "questionnaires.save-answer",
  "questionnaires.submit",
] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** The most that is taken at once, in bytes. */
export const LONGEST_SYNC = 262_144;
