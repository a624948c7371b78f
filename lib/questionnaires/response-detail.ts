import type { CalendarDay } from "@/lib/core/calendar";
import { type ResponseRecord, samePart, standingRecords } from "./response-record";
import type { Answers } from "./schemas";
import { shownScore } from "./scoring";
import type { Direction } from "./vocabulary";

/** `value` is on the instrument's scale; null is not answered. `change` is since the response before; null without both. */
export type DetailItem = {
  id: string;
  text: string;
  value: number | null;
  label: string | null;
  previous: number | null;
  change: number | null;
};

/** Scores: `shown` is 0-100 in the instrument's direction, `raw` of `rawMax`; not rounded, null with the reason. */
export type DetailScore = {
  shown: number | null;
  raw: number | null;
  rawMax: number;
  answered: number;
  imputed: number;
  reason: string | null;
};

export type DetailPart = { id: string; title: string; score: DetailScore | null; items: DetailItem[] };

/** One response with everything a clinician may ask of it. */
export type ResponseDetail = {
  responseId: string;
  title: string;
  versionNumber: number;
  direction: Direction;
  dueOn: CalendarDay;
  submittedOn: CalendarDay;
  submittedAt: Date;
  /** From opening to sending, in minutes, not rounded; it may have been left in between. */
  minutesTaken: number;
  /** The day of the response that `previous` and `change` speak of; null when this is the first. */
  previousOn: CalendarDay | null;
  /** True when a later response corrects this one. */
  isCorrected: boolean;
  count: number;
  missing: number;
  parts: DetailPart[];
  total: DetailScore | null;
};

/** Each response against the one before it to the same instrument, newest first. Takes them oldest first. */
export function responseDetails(records: readonly ResponseRecord[]): ResponseDetail[] {
  const standing = new Set(standingRecords(records).map(({ id }) => id));
  const details = records.map((record, index) => {
    const previous = records
      .slice(0, index)
      .findLast(({ id, instrumentId }) => instrumentId === record.instrumentId && standing.has(id));
    return detailOf(record, previous ?? null, !standing.has(record.id));
  });
  return details.reverse();
}

function detailOf(record: ResponseRecord, previous: ResponseRecord | null, isCorrected: boolean): ResponseDetail {
  const { instrument } = record;
  const labels = new Map(instrument.scale.options.map(({ value, label }) => [value, label]));
  const parts = instrument.subscales.map((subscale) => {
    const before: Answers = previous && samePart(subscale, instrument, previous.instrument) ? previous.answers : {};
    const items = subscale.items.map(({ id, text }): DetailItem => {
      const value = record.answers[id] ?? null;
      const earlier = before[id] ?? null;
      const change = value === null || earlier === null ? null : value - earlier;
      return { id, text, value, label: value === null ? null : (labels.get(value) ?? null), previous: earlier, change };
    });
    return { id: subscale.id, title: subscale.title, score: scoreOf(record, subscale.id, false), items };
  });
  const values = parts.flatMap(({ items }) => items.map(({ value }) => value));
  return {
    responseId: record.id,
    title: instrument.title,
    versionNumber: record.versionNumber,
    direction: instrument.direction,
    dueOn: record.dueOn,
    submittedOn: record.submittedOn,
    submittedAt: record.submittedAt,
    minutesTaken: (record.submittedAt.getTime() - record.startedAt.getTime()) / 60_000,
    previousOn: previous?.submittedOn ?? null,
    isCorrected,
    count: values.length,
    missing: values.filter((value) => value === null).length,
    parts,
    total: scoreOf(record, "total", true),
  };
}

function scoreOf(record: ResponseRecord, subscale: string, isTotal: boolean): DetailScore | null {
  const kept = record.scores.find((score) => score.subscale === subscale && score.isTotal === isTotal);
  if (!kept) return null;
  const { raw, rawMax, answered, imputed, reason } = kept;
  return { shown: shownScore(kept.worst100, record.instrument.direction), raw, rawMax, answered, imputed, reason };
}
