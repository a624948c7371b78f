/** Which text of a plan is printed: the one the patient follows, or the one being written. */
export const HANDOUT_TEXTS = ["published", "draft"] as const;
export type HandoutText = (typeof HANDOUT_TEXTS)[number];

export type HandoutSize = "normal" | "large";
