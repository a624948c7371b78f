import type { CalendarDay } from "@/lib/core/calendar";
import type { Answers, Instrument } from "./schemas";

/** A score as it is kept: `worst100` is 0 (best) to 100 (worst), null with the reason; `isTotal` marks the sum of the parts. */
type KeptScore = {
  subscale: string;
  isTotal: boolean;
  raw: number | null;
  rawMax: number;
  worst100: number | null;
  answered: number;
  imputed: number;
  reason: string | null;
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
  answers: Answers;
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

type Subscale = Instrument["subscales"][number];

/**
 * The same part of another version, when scores of the two can be held against each other: the same items, wherever they
 * stand, on the same scale. Else null.
 */
export function samePart(subscale: Subscale, of: Instrument, other: Instrument): Subscale | null {
  const values = (instrument: Instrument) => instrument.scale.options.map(({ value }) => value).sort((a, b) => a - b);
  const ids = (part: Subscale) => part.items.map(({ id }) => id).sort();
  const candidate = other.subscales.find(({ id }) => id === subscale.id);
  const isSame = candidate && `${ids(candidate)}` === `${ids(subscale)}` && `${values(of)}` === `${values(other)}`;
  return isSame ? candidate : null;
}
