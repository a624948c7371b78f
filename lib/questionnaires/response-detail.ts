import type { CalendarDay } from "@/lib/core/calendar";
import { answeredQuestions } from "./answered-questions";
import type { Answers } from "./instrument-schema";
import { interpretChange } from "./interpretation";
import { ratingOf } from "./named-activities";
import {
  activityKey,
  earlierRecords,
  isSamePart,
  type ResponseRecord,
  shownKept,
  standingRecords,
  whyNotCompared,
} from "./response-record";
import { isAsked, nameOf, reasonsOf } from "./result";
import { answerInWords, scaleOf } from "./scales";
import { scoredParts } from "./scored-parts";
import type { Direction, FlagLevel, ResponseSource } from "./vocabulary";

/**
 * `value` is on the item's scale; null is not answered. `change` is since the response before, in the direction answers run; null without both.
 * `name` is what a person called an activity, or the item's words.
 */
export type DetailItem = {
  id: string;
  text: string;
  value: number | null;
  label: string | null;
  previous: number | null;
  previousLabel: string | null;
  change: number | null;
  /** Why there is no change to tell of an activity: it was never named before, or not last time. Null for all others. */
  newness: "new" | "not-last-time" | null;
};

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

/** `isScored` is false for a part whose answers are neither better nor worse than others. */
export type DetailPart = { id: string; title: string; stem: string; isScored: boolean; items: DetailItem[] };

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
  const parts = instrument.subscales.map((subscale): DetailPart => {
    const { id, title, stem, items } = subscale;
    const part = { itemIds: items.map((item) => item.id) };
    const isComparable = previous !== null && isSamePart(part, instrument, previous.instrument);
    const isScored = subscale.formula !== "none";
    const answered = part.itemIds.filter((itemId) => (record.answers[itemId] ?? null) !== null).length;
    const all = itemsOfPart(record, subscale, isComparable ? previous : null, earlier);
    const isEnough = answered >= subscale.minimumAnswered;
    return { id, title, stem, isScored, items: all.filter((item) => !isEnough || isAsked(item.id, record)) };
  });
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

type Subscale = ResponseRecord["instrument"]["subscales"][number];

function itemsOfPart(
  record: ResponseRecord,
  subscale: Subscale,
  previous: ResponseRecord | null,
  earlier: readonly ResponseRecord[],
): DetailItem[] {
  const scale = scaleOf(record.instrument, subscale);
  const given: Answers = previous?.answers ?? {};
  return subscale.items.map((item): DetailItem => {
    const value = record.answers[item.id] ?? null;
    const beforeId = previous === null ? undefined : sameItem(item.id, subscale, record, previous);
    const before = beforeId === undefined ? null : (given[beforeId] ?? null);
    const words = (answer: number | null) => (answer === null ? null : answerInWords(scale, answer, item));
    return {
      id: item.id,
      text: nameOf(item, record),
      value,
      label: words(value),
      previous: before,
      previousLabel: words(before),
      change: value === null || before === null ? null : value - before,
      newness: newnessOf(record.names[item.id], before, earlier),
    };
  });
}

function newnessOf(
  name: string | undefined,
  before: number | null,
  earlier: readonly ResponseRecord[],
): DetailItem["newness"] {
  if (name === undefined || before !== null || earlier.length === 0) return null;
  return earlier.some((one) => ratingOf(name, one) !== null) ? "not-last-time" : "new";
}

/** The item that asked the same before: for an activity the person named, wherever it stood then. */
function sameItem(id: string, { items }: Subscale, now: ResponseRecord, before: ResponseRecord): string | undefined {
  const name = now.names[id];
  if (name === undefined) return before.names[id] === undefined ? id : undefined;
  return items.find((item) => activityKey(before.names[item.id] ?? "") === activityKey(name))?.id;
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
