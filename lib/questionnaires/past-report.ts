import type { CsvFault } from "@/lib/core/csv";
import { writeCsv } from "@/lib/core/csv";
import type { PastResults, PastRow } from "./past-results";

/** Lines told of each outcome, and faults of a file: more nobody reads on a page. The whole list is `pastLinesCsv`. */
export const MOST_TOLD = 50;
/** Patients named at the end. */
const MOST_PATIENTS = 20;

type Outcome = PastRow["state"];
const OUTCOMES: readonly Outcome[] = ["wrong", "new", "known"];

/** What is told of one line: not its answers. */
export type PastLine = Omit<PastRow, "answers" | "names" | "patientId">;

/** What a file would do, in short: how many lines of each outcome with the first of them, wrong ones first, and whose results are new. */
export type PastReport =
  | {
      ok: true;
      outcomes: { state: Outcome; count: number; lines: PastLine[] }[];
      patients: { id: string; name: string }[];
      patientCount: number;
    }
  | { ok: false; faults: CsvFault[]; faultCount: number };

/** The check of a file in short; its size does not grow with the file. */
export function reportOf(results: PastResults): PastReport {
  if (!results.ok) {
    return { ok: false, faults: results.faults.slice(0, MOST_TOLD), faultCount: results.faults.length };
  }
  const patients = newPatients(results.rows);
  return {
    ok: true,
    outcomes: OUTCOMES.map((state) => {
      const rows = results.rows.filter((row) => row.state === state);
      return { state, count: rows.length, lines: rows.slice(0, MOST_TOLD).map(lineOf) };
    }),
    patients: patients.slice(0, MOST_PATIENTS),
    patientCount: patients.length,
  };
}

function lineOf({ answers: _answers, names: _names, patientId: _patientId, ...line }: PastRow): PastLine {
  return line;
}

/** The patients whose results are new, each once, by name. */
function newPatients(rows: readonly PastRow[]): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { state, patientId, patientName } of rows) {
    if (state === "new" && patientId) names.set(patientId, patientName ?? "");
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

const IN_WORDS: Record<Outcome, string> = { wrong: "wrong", new: "new", known: "already there" };

/** What each line of a file would do, as a table with a row for each, in the order of the file. No cell can become a formula. */
export function pastLinesCsv(rows: readonly PastRow[]): string {
  return writeCsv(
    [
      ["line", "patient", "name", "date", "answered", "of", "what_happens", "problems", "scores"],
      ...rows.map((row) => [
        row.line,
        row.reference,
        row.patientName,
        row.answeredOn,
        row.answered,
        row.count,
        IN_WORDS[row.state],
        row.problems.map(({ column, message }) => `${column}: ${message}`).join(" "),
        row.scores.join("; "),
      ]),
    ],
    { mark: true },
  );
}
