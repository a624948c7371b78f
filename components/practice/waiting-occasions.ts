import type { Outgoing } from "@/components/offline/outgoing-rules";
import { lineName } from "@/lib/practice/line-name";

/** The occasions that logs on this device speak of which wait to be sent, by their names. */
export function waitingOccasions(items: readonly Outgoing[]): Set<string> {
  return new Set(items.flatMap(occasionsIn));
}

function occasionsIn({ kind, body, refusal }: Outgoing): string[] {
  if (kind !== "practice.record" || refusal !== null || !("entries" in body) || !Array.isArray(body.entries)) return [];
  return body.entries.map(({ planItemId, dueOn, occasion }) => lineName({ itemId: planItemId, dueOn, occasion }));
}
