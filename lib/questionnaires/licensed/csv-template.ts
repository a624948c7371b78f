import { type CsvCell, writeCsv } from "@/lib/core/csv";
import { COLUMNS } from "./read-csv-words";
import type { LicensedSlot, SlotList } from "./slot";

/**
 * An empty file to fill in: a line for each question, item and answer of the slot, with the text left out. It begins with a byte order mark,
 * so that spreadsheets save it as UTF-8.
 */
export function csvTemplate({ lists }: LicensedSlot): string {
  return writeCsv([COLUMNS, ...lists.flatMap(linesOf)], { mark: true });
}

function linesOf({ id, most, answers, ownAnswers }: SlotList): CsvCell[][] {
  const items = Array.from({ length: most }, (_, index) => index + 1);
  const values =
    answers.kind === "likert" ? answers.values : answers.kind === "tick" ? [] : [answers.least, answers.most];
  const answersOf = (item: number | null) => values.map((value): CsvCell[] => [id, item, value, ""]);
  return [
    [id, null, null, ""],
    ...items.flatMap((item): CsvCell[][] => [[id, item, null, ""], ...(ownAnswers ? answersOf(item) : [])]),
    ...(ownAnswers ? [] : answersOf(null)),
  ];
}
