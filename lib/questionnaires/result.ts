import type { CalendarDay } from "@/lib/core/calendar";
import { interpretChange, referenceInWords, type ShownScore } from "./interpretation";
import { type ResponseRecord, samePart } from "./response-record";
import { shownScore } from "./scoring";
import type { Direction } from "./vocabulary";

/** One part of a result. Scores are 0-100 in the instrument's direction, not rounded. */
export type ResultPart = {
  id: string;
  title: string;
  /** What a high number means, such as "more pain". */
  meaning: string;
  now: ShownScore;
  /** Null when these are the first answers, or the first ones asked other questions. */
  first: ShownScore | null;
  sentence: string;
  /** Points better than at first, negative when worse; null when there is nothing to compare. */
  improvement: number | null;
  answered: number;
  count: number;
  /** Unanswered items that count as the average of the others. */
  imputed: number;
  notAnswered: string[];
  /** Published figures of other instruments, each marked as such. */
  references: string[];
};

export type ResultView = {
  responseId: string;
  title: string;
  notice: string;
  recall: string;
  direction: Direction;
  submittedOn: CalendarDay;
  /** The day of the first answers; null when these are the first. */
  firstOn: CalendarDay | null;
  parts: ResultPart[];
};

function shown(record: ResponseRecord, subscale: string): ShownScore {
  const kept = record.scores.find((score) => score.subscale === subscale && !score.isTotal);
  return {
    value: shownScore(kept?.worst100 ?? null, record.instrument.direction),
    reason: kept?.reason ?? null,
  };
}

/** A response against the first one to the same instrument, in words; `first` is null when it is the first itself. */
export function resultOf(record: ResponseRecord, first: ResponseRecord | null): ResultView {
  const { instrument } = record;
  const { title, notice, recall, direction } = instrument;
  const parts = instrument.subscales.map((subscale): ResultPart => {
    const isComparable = first && samePart(subscale, instrument, first.instrument);
    const now = shown(record, subscale.id);
    const before = isComparable ? shown(first, subscale.id) : null;
    const { sentence, improvement } = interpretChange({ title: subscale.title, now, first: before, direction });
    const notAnswered = subscale.items.filter(({ id }) => (record.answers[id] ?? null) === null);
    return {
      id: subscale.id,
      title: subscale.title,
      meaning: subscale.meaning,
      now,
      first: before,
      sentence,
      improvement,
      answered: subscale.items.length - notAnswered.length,
      count: subscale.items.length,
      imputed: record.scores.find((score) => score.subscale === subscale.id && !score.isTotal)?.imputed ?? 0,
      notAnswered: notAnswered.map(({ text }) => text),
      references: instrument.references.filter((row) => row.subscale === subscale.id).map(referenceInWords),
    };
  });
  const firstOn = first?.submittedOn ?? null;
  return { responseId: record.id, title, notice, recall, direction, submittedOn: record.submittedOn, firstOn, parts };
}
