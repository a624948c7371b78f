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
  /** Items the person chose not to answer. */
  declined: readonly string[];
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
