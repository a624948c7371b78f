import { describe, expect, test } from "vitest";
import { readCsvTable, writeCsv } from "@/lib/core/csv";
import { MOST_TOLD, pastLinesCsv, reportOf } from "@/lib/questionnaires/past-report";
import { type PastResults, pastResultsHeader, readPastResults } from "@/lib/questionnaires/past-results";
import { ownBy } from "@/tests/support/fhir";

const index = ownBy("knee-and-hip-index");
const patients = Array.from({ length: 100 }, (_, at) => ({
  id: `01890000-0000-7000-8000-0000000${10_000 + at}`,
  name: `Patient with a fairly long name ${String(at).padStart(3, "0")}`,
  email: `patient.with.a.long.address.${at}@example.test`,
  dateOfBirth: "1960-02-29",
  today: "2026-03-10",
}));
const dayAt = (at: number) => new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);

/** A file of as many lines, each of a patient and a day of its own; `wrong` of them with an answer off the scale. */
function resultsOf(count: number, wrong = 0): PastResults {
  const columns = pastResultsHeader(index);
  const answers = columns.slice(2).map((_, at) => String(at % 5));
  const lines = Array.from({ length: count }, (_, at) => [
    patients[at % patients.length]?.email ?? "",
    dayAt(Math.floor(at / patients.length)),
    ...answers.with(0, at < wrong ? "9" : "3"),
  ]);
  return readPastResults(writeCsv([columns, ...lines]), { instrument: index, patients, known: [] });
}

function found(results: PastResults) {
  const report = reportOf(results);
  if (!report.ok) throw new Error(JSON.stringify(report.faults));
  return report;
}

describe("the check of a file in short", () => {
  test("counts the lines of each outcome, and tells the first of each, wrong ones first, without their answers", () => {
    const { outcomes } = found(resultsOf(200, 60));
    expect(outcomes.map(({ state, count, lines }) => [state, count, lines.length])).toEqual([
      ["wrong", 60, MOST_TOLD],
      ["new", 140, MOST_TOLD],
      ["known", 0, 0],
    ]);
    expect(outcomes[0]?.lines[0]).toMatchObject({
      line: 2,
      state: "wrong",
      problems: [{ column: "pain-first-steps" }],
    });
    for (const line of outcomes.flatMap(({ lines }) => lines)) {
      expect(Object.keys(line)).not.toContain("answers");
      expect(Object.keys(line)).not.toContain("patientId");
    }
  });

  test("names twenty of the patients whose results are new, each once, and says how many there are", () => {
    const { patients: named, patientCount } = found(resultsOf(300));
    expect(patientCount).toBe(100);
    expect(named.map(({ name }) => name)).toEqual(patients.slice(0, 20).map(({ name }) => name));
  });

  test("does not grow with the file", () => {
    const sizeOf = (rows: number) => JSON.stringify(reportOf(resultsOf(rows))).length;
    const [small, large] = [sizeOf(150), sizeOf(900)];
    expect(Math.abs(large - small)).toBeLessThan(100);
    expect(large).toBeLessThan(50_000);
  });

  test("tells fifty faults of a file, and how many there are", () => {
    const faults = Array.from({ length: 900 }, (_, at) => ({ line: at + 2, message: "Too many cells." }));
    expect(reportOf({ ok: false, faults })).toEqual({ ok: false, faults: faults.slice(0, 50), faultCount: 900 });
  });
});

describe("the list of all lines", () => {
  test("has each line of the file, in order, with what it would do and why", () => {
    const results = resultsOf(120, 1);
    if (!results.ok) throw new Error("not read");
    const columns = ["line", "patient", "name", "date", "answered", "of", "what_happens", "problems", "scores"];
    const table = readCsvTable(pastLinesCsv(results.rows), columns);
    if (!table.ok) throw new Error(JSON.stringify(table.faults));
    expect(table.rows.map(({ cell }) => cell("line"))).toEqual(results.rows.map(({ line }) => String(line)));
    expect(table.rows.slice(0, 2).map(({ cell }) => [cell("what_happens"), cell("problems"), cell("scores")])).toEqual([
      ["wrong", expect.stringContaining("is no answer: a whole number from 0 to 4 is needed."), ""],
      ["new", "", expect.stringMatching(/^Pain \d+ of 100; /)],
    ]);
  });
});
