import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { Answers, Instrument } from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument } from "@/lib/questionnaires/instrument-score";
import type { ResponseRecord } from "@/lib/questionnaires/response-record";
import { itemsOf } from "@/lib/questionnaires/scales";

const FIRST: CalendarDay = "2025-03-03";
let serial = 0;

/** A sent response with its scores as they are kept; `week` counts from the first Monday. */
export function record(
  instrument: Instrument,
  answers: Answers,
  over: Partial<ResponseRecord> & { week?: number } = {},
): ResponseRecord {
  const { week = 0, ...rest } = over;
  const day = addDays(FIRST, 7 * week);
  const { parts, band, flags } = scoreInstrument(instrument, answers);
  const worded = parts.find(({ id }) => id === "total") ?? parts[0];
  return {
    id: `response-${++serial}`,
    correctsId: null,
    dueOn: day,
    startedAt: new Date(`${day}T11:55:00Z`),
    submittedAt: new Date(`${day}T12:00:00Z`),
    submittedOn: day,
    answeredOn: day,
    source: "portal",
    correctionReason: null,
    answers: Object.fromEntries(itemsOf(instrument).map(({ item }) => [item.id, answers[item.id] ?? null])),
    declined: [],
    names: {},
    flags,
    instrumentId: instrument.slug,
    versionNumber: 1,
    instrument,
    scores: parts.map((part) => ({
      subscale: part.id,
      isTotal: part.isTotal,
      raw: part.raw,
      rawMin: part.range[0],
      rawMax: part.range[1],
      worst100: part.worst100,
      answered: part.answered,
      imputed: part.imputed,
      reason: part.reason,
      band: part === worded ? band : null,
    })),
    ...rest,
  };
}
