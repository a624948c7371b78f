import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { Answers, Instrument, Names } from "./instrument-schema";
import { shownOf } from "./instrument-score";
import type { ShownScore } from "./interpretation";
import { answerInWords, boundsOf, itemsOf } from "./scales";
import type { ScoredPart } from "./scored-parts";
import type { ResponseSource } from "./vocabulary";

/** A score as it is kept: `worst100` is 0 (best) to 100 (worst), null with the reason; `isTotal` marks the sum of the parts. */
export type KeptScore = {
  /** The scored part. */
  subscale: string;
  isTotal: boolean;
  raw: number | null;
  rawMin: number;
  rawMax: number;
  worst100: number | null;
  answered: number;
  imputed: number;
  reason: string | null;
  /** The published word for the score, where there is one. */
  band: string | null;
};

/** A sent questionnaire with the version it was answered in. */
export type ResponseRecord = {
  id: string;
  /** The response this one replaces; null when it is no correction. */
  correctsId: string | null;
  dueOn: CalendarDay;
  startedAt: Date;
  submittedAt: Date;
  /** In the patient's zone. */
  submittedOn: CalendarDay;
  /** The day the answers speak of; that of sending, but for paper, past results and corrections. */
  answeredOn: CalendarDay;
  source: ResponseSource;
  correctionReason: string | null;
  answers: Answers;
  /** Activities the person named, by item. */
  names: Names;
  /** Ids of answers that must be acted on. */
  flags: readonly string[];
  instrumentId: string;
  versionNumber: number;
  instrument: Instrument;
  scores: readonly KeptScore[];
};

/** The responses that stand: those no other one corrects. Order is kept. */
export function standingRecords<R extends { id: string; correctsId: string | null }>(records: readonly R[]): R[] {
  const corrected = new Set(records.map(({ correctsId }) => correctsId));
  return records.filter(({ id }) => !corrected.has(id));
}

type Chained = { id: string; correctsId: string | null };

/**
 * The responses to the same questionnaire that stand and came before, oldest first. Takes them all, in order of the day they speak of; a
 * correction stands where what it replaced stood.
 */
export function earlierRecords<R extends Chained & { instrumentId: string }>(records: readonly R[], of: R): R[] {
  const byId = new Map(records.map((one) => [one.id, one]));
  const placeOf = (one: R): number => {
    const replaced = one.correctsId === null ? undefined : byId.get(one.correctsId);
    return replaced ? placeOf(replaced) : records.findIndex(({ id }) => id === one.id);
  };
  const place = placeOf(of);
  return standingRecords(records)
    .filter(({ instrumentId }) => instrumentId === of.instrumentId)
    .map((one) => ({ one, at: placeOf(one) }))
    .filter(({ at }) => at < place)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** The score of a part as people see it; without a row of its own it is not scored, and no reason is known. */
export function shownKept(
  scores: readonly Pick<KeptScore, "subscale" | "raw" | "rawMin" | "rawMax" | "worst100" | "reason">[],
  part: string,
  instrument: Pick<Instrument, "shown" | "direction">,
): ShownScore {
  const kept = scores.find(({ subscale }) => subscale === part);
  if (!kept) return { value: null, reason: null, least: 0, most: 100 };
  const { raw, rawMin, rawMax, worst100, reason } = kept;
  return { ...shownOf({ raw, range: [rawMin, rawMax], worst100 }, instrument), reason };
}

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

/** The words of the one answer that a part is made of, where its steps have words; null for all other parts, and without a score. */
export function wordsKept(
  scores: readonly Pick<KeptScore, "subscale" | "raw" | "rawMin" | "rawMax">[],
  { id, itemIds }: Pick<ScoredPart, "id" | "itemIds">,
  instrument: Pick<Instrument, "scale" | "subscales">,
): string | null {
  const kept = scores.find(({ subscale }) => subscale === id);
  const [itemId, ...more] = itemIds;
  if (!kept || kept.raw === null || more.length > 0) return null;
  const found = itemsOf(instrument).find(({ item }) => item.id === itemId);
  if (found?.scale.kind !== "likert") return null;
  const { least, most } = boundsOf(found.scale);
  return kept.rawMin === least && kept.rawMax === most ? answerInWords(found.scale, kept.raw, found.item) : null;
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
