import { describe, expect, test } from "vitest";
import { writeCsv } from "@/lib/core/csv";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import {
  type KnownResult,
  MOST_ROWS,
  type PastRow,
  pastResultsHeader,
  readPastResults,
} from "@/lib/questionnaires/past-results";
import { ownBy } from "@/tests/support/fhir";

const pat = {
  id: "01890000-0000-7000-8000-00000000000a",
  name: "Pat Patient",
  email: "Pat@example.test",
  dateOfBirth: "1960-02-29",
  today: "2026-03-10",
};
const oli = { ...pat, id: "01890000-0000-7000-8000-00000000000b", name: "Oli Other", email: "oli@example.test" };

const pain = ownBy("pain-now-best-worst");
const index = ownBy("knee-and-hip-index");
const line = ownBy("knee-and-hip-index-vas");
const activities = ownBy("three-activities");

const readText = (text: string, instrument: Instrument = pain, known: readonly KnownResult[] = []) =>
  readPastResults(text, { instrument, patients: [pat, oli], known });

/** The rows of a file with these lines under the right first line. */
function rowsOf(lines: string[][], instrument: Instrument = pain, known: readonly KnownResult[] = []): PastRow[] {
  const read = readText(writeCsv([pastResultsHeader(instrument), ...lines]), instrument, known);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.rows;
}

const rowOf = (cells: string[], instrument?: Instrument): PastRow => {
  const [row] = rowsOf([cells], instrument);
  if (!row) throw new Error("no row");
  return row;
};
const problemsOf = ({ problems }: PastRow) => problems.map(({ column, message }) => `${column}: ${message}`);
const faultsOf = (text: string, instrument?: Instrument): string[] => {
  const read = readText(text, instrument);
  if (read.ok) throw new Error("nothing is wrong");
  return read.faults.map(({ line: at, message }) => `${at}: ${message}`);
};
const answersAre = (instrument: Instrument, value: string) =>
  Array.from({ length: pastResultsHeader(instrument).length - 2 }, () => value);

describe("a line", () => {
  test("is who, when and an answer to each question, with the scores people would see", () => {
    expect(rowOf(["pat@EXAMPLE.test", "2026-03-09", "4", "1", "7"])).toEqual({
      line: 2,
      reference: "pat@EXAMPLE.test",
      patientId: pat.id,
      patientName: "Pat Patient",
      answeredOn: "2026-03-09",
      answers: { "pain-now": 4, "pain-least": 1, "pain-worst": 7 },
      names: {},
      answered: 3,
      count: 3,
      state: "new",
      problems: [],
      scores: ["Pain now 4 of 10", "Pain at its least 1 of 10", "Pain at its worst 7 of 10"],
    });
  });

  test("may name the patient by their id, and needs one of the clinic", () => {
    expect(rowOf([pat.id.toUpperCase(), "2026-03-09", "4", "", ""]).patientId).toBe(pat.id);
    expect(problemsOf(rowOf(["nobody@example.test", "2026-03-09", "4", "", ""]))).toEqual([
      "patient: Your clinic has no patient with this e-mail address or id.",
    ]);
    expect(problemsOf(rowOf(["", "2026-03-09", "4", "", ""]))).toEqual(["patient: Say whose answers these are."]);
  });

  test("has an empty cell for what is not answered: null, never 0", () => {
    const row = rowOf(["pat@example.test", "2026-03-09", "", "0", " "]);
    expect(row.answers).toEqual({ "pain-now": null, "pain-least": 0, "pain-worst": null });
    expect(row).toMatchObject({ answered: 1, count: 3, state: "new" });
    expect(row.scores).toEqual(["Pain now not scored", "Pain at its least 0 of 10", "Pain at its worst not scored"]);
  });

  test("with no answer at all is wrong", () => {
    const row = rowOf(["pat@example.test", "2026-03-09", "", "", ""]);
    expect(row.state).toBe("wrong");
    expect(problemsOf(row)).toEqual(["answers: No question is answered."]);
  });

  test("tells everything that is wrong with it at once, and gives no score", () => {
    const row = rowOf(["who@example.test", "31/02/2026", "11", "2.5", "often"]);
    expect(row.problems.map(({ column }) => column)).toEqual([
      "patient",
      "date",
      "pain-now",
      "pain-least",
      "pain-worst",
    ]);
    expect(row).toMatchObject({ state: "wrong", answeredOn: null, scores: [] });
  });
});

describe("the day", () => {
  test.each([
    ["2026-03-09", "2026-03-09"],
    ["09/03/2026", "2026-03-09"],
    ["9/3/2026", "2026-03-09"],
    ["09.03.2026", "2026-03-09"],
    ["29/02/2024", "2024-02-29"],
    ["2026-03-10", "2026-03-10"],
    ["29/02/1960", "1960-02-29"],
  ])("%s is taken", (given, day) => {
    expect(rowOf(["pat@example.test", given, "4", "", ""])).toMatchObject({ answeredOn: day, state: "new" });
  });

  test.each(["31/02/2026", "29/02/2025", "29/02/1900", "03/13/2026", "2026-3-9", "09/03/26", "yesterday", "45360"])(
    "%s is no day",
    (given) => {
      const row = rowOf(["pat@example.test", given, "4", "", ""]);
      expect(row).toMatchObject({ answeredOn: null, state: "wrong" });
      expect(problemsOf(row)).toEqual([`date: “${given}” is no day of the calendar. Write 2026-03-09 or 09/03/2026.`]);
    },
  );

  test.each([
    ["", "Give the day."],
    ["2026-03-11", "This day is still to come."],
    ["1960-02-28", "This day is before the patient was born."],
  ])("%j is refused: %s", (given, message) => {
    expect(problemsOf(rowOf(["pat@example.test", given, "4", "", ""]))).toEqual([`date: ${message}`]);
  });
});

describe("an answer", () => {
  test("may be in its words, whatever their capitals", () => {
    const [first] = index.scale.kind === "likert" ? index.scale.options : [];
    if (!first) throw new Error("no words");
    const row = rowOf(["pat@example.test", "2026-03-09", ...answersAre(index, first.label.toUpperCase())], index);
    expect(row.problems).toEqual([]);
    expect(new Set(Object.values(row.answers))).toEqual(new Set([first.value]));
  });

  test("on a line may have a comma or a point; a whole number is needed elsewhere", () => {
    const row = rowOf(["pat@example.test", "2026-03-09", "7,5", "12.25", ...answersAre(line, "").slice(2)], line);
    expect(row.problems).toEqual([]);
    expect(Object.values(row.answers).slice(0, 3)).toEqual([7.5, 12.25, null]);
    expect(problemsOf(rowOf(["pat@example.test", "2026-03-09", "7,5", "", ""]))).toEqual([
      "pain-now: “7,5” is no answer: a whole number from 0 to 10 is needed.",
    ]);
  });

  test.each(["11", "-1", "=1+1", '=HYPERLINK("x")', "@SUM(A1)", "+cmd|calc", "1e3", "NaN", "4 of 10", "0x4"])(
    "%s is none",
    (given) => {
      const row = rowOf(["pat@example.test", "2026-03-09", given, "", ""]);
      expect(row.state).toBe("wrong");
      expect(row.answers["pain-now"]).toBeNull();
      expect(row.problems).toMatchObject([{ column: "pain-now", message: expect.stringContaining("is no answer") }]);
    },
  );
});

describe("activities the person named", () => {
  const [named = "", rated = ""] = pastResultsHeader(activities).slice(2);
  const cellsOf = (name: string, rating: string) => [
    ...["pat@example.test", "2026-03-09", name, rating],
    ...answersAre(activities, "").slice(2),
  ];

  test("have a column for the name beside the one for the answer", () => {
    expect(named).toBe(`${rated}-name`);
    const row = rowOf(cellsOf("Kneel in the garden", "3"), activities);
    expect(row).toMatchObject({ state: "new", names: { [rated]: "Kneel in the garden" } });
    expect(row.answers[rated]).toBe(3);
  });

  test("keep their name without a rating", () => {
    const cells = cellsOf("Kneel in the garden", "").with(6, "Swim").with(7, "2");
    expect(rowOf(cells, activities)).toMatchObject({ state: "new", answers: { [rated]: null } });
    expect(Object.values(rowOf(cells, activities).names)).toEqual(["Kneel in the garden", "Swim"]);
  });

  test("with the same ratings are known only when they are the same activities", () => {
    const answers = Object.fromEntries(pastResultsHeader(activities).map((column) => [column, null]));
    const stateWith = (name: string) =>
      rowsOf([cellsOf("Kneel in the garden", "3")], activities, [
        { patientId: pat.id, answeredOn: "2026-03-09", answers: { ...answers, [rated]: 3 }, names: { [rated]: name } },
      ])[0]?.state;
    expect(stateWith("kneel in the  garden")).toBe("known");
    expect(stateWith("Swim")).toBe("wrong");
  });

  test.each([
    ["", "Name the activity."],
    ["x".repeat(121), "The name has 121 characters; 120 is the most."],
    ["=1+1", 'The name begins with "=", as a formula of a spreadsheet does.'],
    ["Walk\u0000", "The name has a control character in it."],
  ])("are refused with the name %j", (name, message) => {
    // Written by hand: the writer would take the formula apart.
    const text = `${pastResultsHeader(activities).join(",")}\r\n${cellsOf(name, "3").join(",")}\r\n`;
    const read = readText(text, activities);
    expect(read).toMatchObject({ ok: true, rows: [{ state: "wrong", problems: [{ column: named, message }] }] });
  });
});

describe("the file as a whole", () => {
  const header = pastResultsHeader(pain).join(",");

  test("may have semicolons, another order of columns, capitals, and empty lines", () => {
    const text =
      "\uFEFFDate;PATIENT;pain-worst;pain-now;pain-least\r\n\r\n09/03/2026;pat@example.test;7;4;\r\n;;;;\r\n";
    expect(readText(text)).toMatchObject({
      ok: true,
      rows: [{ line: 3, state: "new", answers: { "pain-now": 4, "pain-least": null, "pain-worst": 7 } }],
    });
  });

  test.each([
    ["", ["1: The file is empty."]],
    [`${header}\r\n`, ["1: There is no line under the first one."]],
    ["patient,pain-now,pain-least\r\n", ['1: The column "date" is missing.', '1: The column "pain-worst" is missing.']],
    [`${header},weather\r\npat@example.test,2026-03-09,4,1,7,fine\r\n`, ['1: There is no question called "weather".']],
    [`${header},pain-now\r\n`, ['1: The column "pain-now" stands twice.']],
    [`${header}\r\n"pat@example.test,2026-03-09`, ["2: A quote opens on this line and never closes."]],
  ])("%j is refused", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  test("may have so many lines and no more", () => {
    const lines = (count: number) => `${header}\r\n${"pat@example.test,2026-03-09,4,1,7\r\n".repeat(count)}`;
    expect(readText(lines(MOST_ROWS)).ok).toBe(true);
    expect(faultsOf(lines(MOST_ROWS + 1))).toEqual([
      `${MOST_ROWS + 2}: The file has 5001 lines; 5000 are the most at once.`,
    ]);
  });
});

describe("what is there already", () => {
  const cells = ["pat@example.test", "2026-03-09", "4", "", "7"];
  const kept = { "pain-now": 4, "pain-least": null, "pain-worst": 7 };

  test("a patient and a day twice in one file is wrong, even by another name and with the same answers", () => {
    const rows = rowsOf([
      cells,
      [pat.id, "09/03/2026", "4", "", "7"],
      ["oli@example.test", "2026-03-09", "4", "", "7"],
    ]);
    expect(rows.map(({ state }) => state)).toEqual(["new", "wrong", "new"]);
    expect(rows.flatMap(problemsOf)).toEqual(["date: Line 2 has this patient and this day already."]);
  });

  test.each([
    ["the same answers are known", kept, "known"],
    ["another answer is wrong", { ...kept, "pain-now": 5 }, "wrong"],
    ["an answer where the file has none is wrong", { ...kept, "pain-least": 0 }, "wrong"],
    ["no answer where the file has one is wrong", { ...kept, "pain-worst": null }, "wrong"],
  ])("%s", (_what, answers, state) => {
    const [row] = rowsOf([cells], pain, [{ patientId: pat.id, answeredOn: "2026-03-09", answers, names: {} }]);
    expect(row?.state).toBe(state);
  });

  test("another day, and another patient, are new", () => {
    const known = [
      { patientId: pat.id, answeredOn: "2026-03-08", answers: kept, names: {} },
      { patientId: oli.id, answeredOn: "2026-03-09", answers: kept, names: {} },
    ];
    expect(rowsOf([cells], pain, known).map(({ state }) => state)).toEqual(["new"]);
  });
});
