import { type CsvCell, writeCsv } from "@/lib/core/csv";
import { gapOf } from "@/lib/questionnaires/gaps";
import { answerInWords, boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { scoredParts } from "@/lib/questionnaires/scored-parts";
import type { ExportedResponse } from "./fhir/exported-response";

const COLUMNS = [
  "row",
  "response_id",
  "questionnaire",
  "title",
  "version",
  "answered_on",
  "sent_at",
  "source",
  "replaces_response_id",
  "replaced",
  "part",
  "id",
  "text",
  "value",
  "words",
  "least",
  "most",
  "answered",
  "imputed",
  "reason",
] as const;

/**
 * Responses as a table, a row for each answer and each score: one thing a row, so that it can be filtered and pivoted. An answer not given has
 * an empty value, never 0, and a score that cannot be given is empty too; both with the reason, for an answer `declined`, `not-reached` or
 * `not-answered`. Values are not rounded. No cell can become a formula.
 */
export function responsesCsv(responses: readonly ExportedResponse[]): string {
  return writeCsv([COLUMNS, ...responses.flatMap(rowsOf)], { mark: true });
}

function rowsOf(response: ExportedResponse): CsvCell[][] {
  const { id, instrument, versionNumber, answeredOn, submittedAt, source, correctsId, isCorrected } = response;
  const head = [id, instrument.slug, instrument.title, versionNumber, answeredOn, submittedAt.toISOString(), source];
  const common: CsvCell[] = [...head, correctsId, isCorrected ? "yes" : "no"];
  const answers = itemsOf(instrument).map(({ item, subscale, scale }): CsvCell[] => {
    const value = response.answers[item.id] ?? null;
    const { least, most } = boundsOf(scale);
    const words = value === null ? null : answerInWords(scale, value, item);
    const text = response.names[item.id] ?? item.text;
    const reason = value === null ? gapOf([item.id], response) : null;
    return ["answer", ...common, subscale.id, item.id, text, value, words, least, most, null, null, reason];
  });
  const titles = new Map(scoredParts(instrument).map((part) => [part.id, part.title]));
  const scores = response.scores.map((score): CsvCell[] => {
    const { value, band, least, most, answered, imputed, reason } = score;
    return [
      "score",
      ...common,
      score.id,
      score.id,
      titles.get(score.id) ?? score.id,
      value,
      band,
      least,
      most,
      answered,
      imputed,
      reason,
    ];
  });
  return [...answers, ...scores];
}
