import type { CalendarDay } from "@/lib/core/calendar";
import { answeredQuestions } from "./answered-questions";
import { whyNotCompared } from "./comparable";
import { type DetailPart, detailPart } from "./detail-part";
import { interpretChange } from "./interpretation";
import { earlierRecords, type ResponseRecord, shownKept, standingRecords } from "./response-record";
import { reasonsOf } from "./result";
import { scoredParts } from "./scored-parts";
import type { Direction, FlagLevel, ResponseSource } from "./vocabulary";

/** Scores: `shown` lies from `least` to `most`, in the instrument's direction; `raw` from `rawMin` to `rawMax`. Not rounded, null with the reason. */
export type DetailScore = {
  id: string;
  title: string;
  shown: number | null;
  least: number;
  most: number;
  raw: number | null;
  rawMin: number;
  rawMax: number;
  answered: number;
  count: number;
  imputed: number;
  reason: string | null;
  band: string | null;
  isTotal: boolean;
  /** The same part in the response before; null without one that can be compared. */
  previous: number | null;
  /** Why the response before cannot be compared with; null when it can, and without one. */
  whyNot: ReturnType<typeof whyNotCompared>;
  /** Published figures in words; those of the very instrument are held against the change since `previous`. */
  references: string[];
};

/** One response with everything a clinician may ask of it. */
export type ResponseDetail = {
  responseId: string;
  instrumentId: string;
  title: string;
  versionNumber: number;
  direction: Direction;
  itemDirection: Direction;
  dueOn: CalendarDay;
  submittedOn: CalendarDay;
  answeredOn: CalendarDay;
  submittedAt: Date;
  source: ResponseSource;
  /** Who sent or entered it; null when that is the patient. */
  enteredBy: string | null;
  /** From opening to sending, in minutes, not rounded; it may have been left in between. Null for paper and past results. */
  minutesTaken: number | null;
  /** The day of the response that `previous` and `change` speak of; null when this is the first. */
  previousOn: CalendarDay | null;
  /** True when a later response corrects this one. */
  isCorrected: boolean;
  /** Why this one replaced an earlier one; null when it is no correction. */
  correctionReason: string | null;
  /** Questions as they were asked: a list to tick is one. */
  count: number;
  missing: number;
  parts: DetailPart[];
  scores: DetailScore[];
  /** Answers that must be acted on, most urgent first, and who has seen them. */
  flags: { level: FlagLevel; reason: string }[];
  reviewed: { on: CalendarDay; by: string; note: string } | null;
  licence: string;
};

/** What is known of a response beside its own row. */
export type ResponseContext = {
  enteredBy: ReadonlyMap<string, string>;
  reviewed: ReadonlyMap<string, { on: CalendarDay; by: string; note: string }>;
};

const NOTHING: ResponseContext = { enteredBy: new Map(), reviewed: new Map() };

/** Each response against the one before it to the same instrument, the newest first. Takes them in the order of `responseRecords`. */
export function responseDetails(
  records: readonly ResponseRecord[],
  context: ResponseContext = NOTHING,
): ResponseDetail[] {
  const standing = new Set(standingRecords(records).map(({ id }) => id));
  const details = records.map((record) => {
    return detailOf(record, earlierRecords(records, record), !standing.has(record.id), context);
  });
  return details.reverse();
}

function detailOf(
  record: ResponseRecord,
  earlier: readonly ResponseRecord[],
  isCorrected: boolean,
  context: ResponseContext,
): ResponseDetail {
  const { instrument } = record;
  const previous = earlier.at(-1) ?? null;
  const parts = instrument.subscales.map((subscale) => detailPart(record, subscale, earlier));
  const { answered: given, count } = answeredQuestions(record);
  const isPortal = record.source === "portal";
  return {
    responseId: record.id,
    instrumentId: record.instrumentId,
    title: instrument.title,
    versionNumber: record.versionNumber,
    direction: instrument.direction,
    itemDirection: instrument.itemDirection ?? "lower-is-better",
    dueOn: record.dueOn,
    submittedOn: record.submittedOn,
    answeredOn: record.answeredOn,
    submittedAt: record.submittedAt,
    source: record.source,
    enteredBy: isPortal ? null : (context.enteredBy.get(record.id) ?? null),
    minutesTaken: isPortal ? (record.submittedAt.getTime() - record.startedAt.getTime()) / 60_000 : null,
    previousOn: previous?.answeredOn ?? null,
    isCorrected,
    correctionReason: record.correctionReason,
    count,
    missing: count - given,
    parts,
    scores: scoresOf(record, previous),
    flags: reasonsOf(record.flags, instrument),
    reviewed: context.reviewed.get(record.id) ?? null,
    licence: instrument.licenceReference ?? instrument.licence,
  };
}

function scoresOf(record: ResponseRecord, previous: ResponseRecord | null): DetailScore[] {
  const { instrument } = record;
  return scoredParts(instrument).flatMap((part) => {
    const kept = record.scores.find(({ subscale }) => subscale === part.id);
    if (!kept) return [];
    const now = shownKept(record.scores, part.id, instrument);
    const { value, least, most, reason } = now;
    const whyNot = previous === null ? null : whyNotCompared(part, record, previous);
    const before =
      previous === null || whyNot !== null ? null : shownKept(previous.scores, part.id, previous.instrument);
    const { referenceLines } = interpretChange({
      title: part.title,
      now,
      first: before,
      direction: instrument.direction,
      references: instrument.references.filter(({ subscale }) => subscale === part.id),
      areOwn: instrument.published !== undefined,
    });
    const { raw, rawMin, rawMax, answered, imputed, band, isTotal } = kept;
    return [
      {
        id: part.id,
        title: part.title,
        shown: value,
        least,
        most,
        raw,
        rawMin,
        rawMax,
        answered,
        count: part.itemIds.length,
        imputed,
        reason,
        band,
        isTotal,
        previous: before?.value ?? null,
        whyNot,
        references: referenceLines,
      },
    ];
  });
}
