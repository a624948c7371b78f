import type { CalendarDay } from "@/lib/core/calendar";
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

/** Why a part cannot be held against the same part of the first answers, in a sentence; null when it can. */
export function whyNotCompared(
  part: Pick<ScoredPart, "itemIds">,
  now: { instrument: Compared; names: Names },
  first: { instrument: Compared; names: Names },
): string | null {
  if (!isSamePart(part, now.instrument, first.instrument)) {
    return "The questions were asked in another way at first, so there is nothing to compare with.";
  }
  return isSameNamed(part.itemIds, now.names, first.names)
    ? null
    : "Other activities were named at first, so there is nothing to compare with.";
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
