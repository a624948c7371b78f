import type { ResponseSource } from "./vocabulary";

/**
 * Why a question of a sent response has no answer. `declined`: the person chose not to answer. `not-reached`: they sent it without coming to
 * it. `not-answered`: paper and past results do not say which. None of them is an answer to the score.
 */
export const GAPS = ["declined", "not-reached", "not-answered"] as const;
export type Gap = (typeof GAPS)[number];

type Sent = { source: ResponseSource; declined: readonly string[] };

/** Why a question without an answer has none; a list to tick has several items, and is declined as a whole. */
export function gapOf(itemIds: readonly string[], { source, declined }: Sent): Gap {
  if (itemIds.every((id) => declined.includes(id))) return "declined";
  return source === "portal" ? "not-reached" : "not-answered";
}
