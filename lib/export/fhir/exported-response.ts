import type { CalendarDay } from "@/lib/core/calendar";
import type { Answers, Instrument, Names } from "@/lib/questionnaires/instrument-schema";
import type { ResponseSource } from "@/lib/questionnaires/vocabulary";

/**
 * A score as people see it: `value` lies from `least` to `most`, not rounded, null with the reason. `id` is that of a scored part of the
 * instrument. `imputed` counts unanswered items that took the mean; `band` is the published word for the score, if any.
 */
export type ExportedScore = {
  id: string;
  isTotal: boolean;
  value: number | null;
  least: number;
  most: number;
  reason: string | null;
  answered: number;
  imputed: number;
  band: string | null;
};

/** A response that was sent, with the version it was answered in, as it leaves the portal. It names people by id alone. */
export type ExportedResponse = {
  id: string;
  patientId: string;
  instrument: Instrument;
  versionNumber: number;
  answers: Answers;
  /** Items the person chose not to answer. */
  declined: readonly string[];
  names: Names;
  submittedAt: Date;
  /** The day the answers were given, in the patient's zone. */
  answeredOn: CalendarDay;
  source: ResponseSource;
  /** Who entered answers from paper or brought them in; null when the patient sent them. */
  enteredById: string | null;
  /** The response this one replaces; null when it is no correction. */
  correctsId: string | null;
  /** True when a later response corrects this one. */
  isCorrected: boolean;
  scores: readonly ExportedScore[];
};
