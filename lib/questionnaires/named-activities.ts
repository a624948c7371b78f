import { formatDay } from "@/lib/core/calendar";
import { activityKey } from "./comparable";
import { displayScore, improvement } from "./interpretation";
import type { ResponseRecord } from "./response-record";
import { boundsOf, itemsOf } from "./scales";

/** The rating of an activity in a response, wherever it stood; null when it was not named, or not rated. */
export function ratingOf(name: string, { instrument, names, answers }: ResponseRecord) {
  const key = activityKey(name);
  const found = itemsOf(instrument).find(
    ({ item, scale }) => scale.kind === "named" && activityKey(names[item.id] ?? "") === key,
  );
  const value = found === undefined ? null : (answers[found.item.id] ?? null);
  return found === undefined || value === null ? null : { value, ...boundsOf(found.scale) };
}

/**
 * What became of one activity since it was first rated, in a sentence; that it is new, where others were rated before it. Null for first
 * answers, and for an activity that is not rated now. `earlier` are the responses before, oldest first.
 */
export function activityInWords(
  name: string,
  record: ResponseRecord,
  earlier: readonly ResponseRecord[],
): string | null {
  const now = ratingOf(name, record);
  if (now === null || earlier.length === 0) return null;
  for (const before of earlier) {
    const first = ratingOf(name, before);
    if (first === null || first.least !== now.least || first.most !== now.most) continue;
    const direction = record.instrument.itemDirection ?? "lower-is-better";
    const points = displayScore(improvement(now.value, first.value, direction), now);
    const change = points === 0 ? "no change" : `${Math.abs(points)} ${points > 0 ? "better" : "worse"}`;
    return `It was ${displayScore(first.value, first)} on ${formatDay(before.answeredOn, "short")}: ${change}.`;
  }
  return "A new activity: this is its first score.";
}
