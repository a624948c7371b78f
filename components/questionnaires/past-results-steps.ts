import type { PastRow } from "@/lib/questionnaires/past-results";

/** Rows drawn at once: more make a page slow and nobody reads them. */
const ROWS_SHOWN = 200;

type RowCounts = Record<PastRow["state"], number>;

export function countRows(rows: readonly PastRow[]): RowCounts {
  const counts: RowCounts = { new: 0, known: 0, wrong: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** The rows that are shown, wrong ones first, and how many are left of each kind. */
export function rowsShown(rows: readonly PastRow[]): { shown: PastRow[]; more: number; moreWrong: number } {
  const wrong = rows.filter(({ state }) => state === "wrong");
  const shown = [...wrong, ...rows.filter(({ state }) => state !== "wrong")].slice(0, ROWS_SHOWN);
  return { shown, more: rows.length - shown.length, moreWrong: Math.max(0, wrong.length - ROWS_SHOWN) };
}

/** "1 result", "12 results". */
export const inResults = (count: number) => (count === 1 ? "1 result" : `${count} results`);

/** The patients whose results are new, each once, by name. */
export function patientsOf(rows: readonly PastRow[]): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { state, patientId, patientName } of rows) {
    if (state === "new" && patientId) names.set(patientId, patientName ?? "");
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
