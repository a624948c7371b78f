import type { Gap } from "@/lib/questionnaires/gaps";

/** Why there is no answer, to the person who answered. */
export const OWN_GAP_WORDS: Readonly<Record<Gap, string>> = {
  declined: "You chose not to answer",
  "not-reached": "Left open",
  "not-answered": "Not answered",
};

/** Why there is no answer, to the clinic. */
export const CLINIC_GAP_WORDS: Readonly<Record<Gap, string>> = {
  declined: "Would rather not answer",
  "not-reached": "Not reached",
  "not-answered": "Not answered",
};
