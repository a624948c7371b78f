import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { Instrument, Names } from "./instrument-schema";
import { boundsOf, itemsOf } from "./scales";
import type { ScoredPart } from "./scored-parts";

type Compared = Pick<Instrument, "scale" | "subscales" | "shown" | "direction" | "published">;

/**
 * Whether scores of one part in two versions of an instrument can be held against each other: the same items, wherever they stand, answered
 * on the same scales, scored and shown the same way.
 */
export function isSamePart(part: Pick<ScoredPart, "itemIds">, of: Compared, other: Compared): boolean {
  return signatureOf(part.itemIds, of) === signatureOf(part.itemIds, other);
}

/** Whether the person rated the same activities both times, in any order; true where a part has none of their own. */
export function isSameNamed(itemIds: readonly string[], one: Names, other: Names): boolean {
  return activitiesOf(itemIds, one) === activitiesOf(itemIds, other);
}

function activitiesOf(itemIds: readonly string[], names: Names): string {
  const named = itemIds.flatMap((id) => names[id] ?? []);
  return JSON.stringify(named.map(activityKey).sort());
}

/** An activity without what does not make it another one: capitals and spaces. */
export function activityKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

type Comparable = { instrument: Compared; names: Names };

/** Why two responses cannot be compared in a part: asked in another way, or of other activities; null when they can. */
export function whyNotCompared(
  part: Pick<ScoredPart, "itemIds">,
  now: Comparable,
  before: Comparable,
): "asked-otherwise" | "other-activities" | null {
  if (!isSamePart(part, now.instrument, before.instrument)) return "asked-otherwise";
  return isSameNamed(part.itemIds, now.names, before.names) ? null : "other-activities";
}

/**
 * The answers a part is held against: the first of those before that asked the same, of the same activities. `why` says in a sentence when
 * they are not the very first ones, or that there are none; null when the first ones will do, and where nothing came before.
 */
export function baselineOf<R extends Comparable & { answeredOn: CalendarDay }>(
  part: Pick<ScoredPart, "itemIds">,
  now: R,
  earlier: readonly R[],
): { first: R | null; why: string | null } {
  const [very] = earlier;
  if (!very) return { first: null, why: null };
  const why = whyNotCompared(part, now, very);
  if (why === null) return { first: very, why: null };
  const first = earlier.find((one) => whyNotCompared(part, now, one) === null) ?? null;
  if (first) {
    const since = why === "other-activities" ? "of the same activities" : "asked in this way";
    return {
      first,
      why: `This is next to the answers of ${formatDay(first.answeredOn, "short")}, the first ${since}.`,
    };
  }
  return {
    first: null,
    why:
      why === "other-activities"
        ? "Not all of these activities were named before, so this is their first score together."
        : "The questions were asked in another way before, so there is nothing to compare with.",
  };
}

function signatureOf(itemIds: readonly string[], instrument: Compared): string {
  const wanted = new Set(itemIds);
  const items = itemsOf(instrument)
    .filter(({ item }) => wanted.has(item.id))
    .map(({ item, scale, subscale }) => {
      const { least, most } = boundsOf(scale);
      const steps = scale.kind === "likert" ? scale.options.map(({ value }) => value).sort((a, b) => a - b) : null;
      return [item.id, scale.kind, least, most, steps, subscale.formula ?? "range"];
    })
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return JSON.stringify([items, instrument.shown ?? "percent", instrument.direction, instrument.published ?? null]);
}
