import { type CalendarDay, isCalendarDay } from "@/lib/core/calendar";
import { type CsvFault, isFormula, readCsvTable } from "@/lib/core/csv";
import { answeredQuestions } from "./answered-questions";
import { activityKey } from "./comparable";
import type { Answers, Instrument, Names } from "./instrument-schema";
import { scoreInstrument, shownOf } from "./instrument-score";
import { displayScore } from "./interpretation";
import { boundsOf, faultOf, itemsOf, optionsOf } from "./scales";
import { scoredParts } from "./scored-parts";

/** Most rows of one file. */
export const MOST_ROWS = 5000;
/** Most characters of the name of an activity. */
const LONGEST_NAME = 120;

/** A patient a row may be about; `reference` is what the file calls them by: their e-mail address, or their id in the portal. */
export type KnownPatient = { id: string; name: string; email: string; dateOfBirth: CalendarDay; today: CalendarDay };

/** Answers the portal holds already. */
export type KnownResult = { patientId: string; answeredOn: CalendarDay; answers: Answers; names: Names };

/**
 * What would happen to one line of a file. `new` is brought in; `known` is in the portal already, with the same answers, and left out; `wrong`
 * cannot be brought in, and says why at the column. `scores` are as people would see them, in words.
 */
export type PastRow = {
  line: number;
  reference: string;
  patientId: string | null;
  patientName: string | null;
  answeredOn: CalendarDay | null;
  answers: Answers;
  /** Activities the person named, by item. */
  names: Names;
  /** Questions as they are asked: a list to tick is one. */
  answered: number;
  count: number;
  state: "new" | "known" | "wrong";
  problems: { column: string; message: string }[];
  scores: string[];
};

export type PastResults = { ok: true; rows: PastRow[] } | { ok: false; faults: CsvFault[] };

const nameColumn = (itemId: string) => `${itemId}-name`;

/** The first line of a file of past results: who, when, and a column for each item; two for an activity the person named. */
export function pastResultsHeader(instrument: Pick<Instrument, "scale" | "subscales">): string[] {
  return [
    "patient",
    "date",
    ...itemsOf(instrument).flatMap(({ item, scale }) =>
      scale.kind === "named" ? [nameColumn(item.id), item.id] : [item.id],
    ),
  ];
}

type Facts = { instrument: Instrument; patients: readonly KnownPatient[]; known: readonly KnownResult[] };

/**
 * Reads a file of past results (CSV: patient, date, and a column for each item by its id) and says line by line what would happen. Dates are
 * YYYY-MM-DD or DD/MM/YYYY. An empty cell is not answered, and is never 0; answers may be given as their number or in their words. Faults of
 * the file as a whole are told instead of rows: a missing column, an unknown one, a quote that never closes, too many lines.
 */
export function readPastResults(text: string, { instrument, patients, known }: Facts): PastResults {
  const table = readCsvTable(text, pastResultsHeader(instrument));
  if (!table.ok) return { ok: false, faults: table.faults };
  const columns = new Set(pastResultsHeader(instrument));
  const unknown = table.columns.filter((column) => column !== "" && !columns.has(column));
  if (unknown.length > 0) {
    return {
      ok: false,
      faults: unknown.map((column) => ({ line: 1, message: `There is no question called "${column}".` })),
    };
  }
  if (table.rows.length === 0)
    return { ok: false, faults: [{ line: 1, message: "There is no line under the first one." }] };
  if (table.rows.length > MOST_ROWS) {
    const message = `The file has ${table.rows.length} lines; ${MOST_ROWS} are the most at once.`;
    return { ok: false, faults: [{ line: MOST_ROWS + 2, message }] };
  }
  const byReference = new Map(
    patients.flatMap(
      (one) =>
        [
          [one.email.toLowerCase(), one],
          [one.id.toLowerCase(), one],
        ] as const,
    ),
  );
  const held = new Map(known.map((one) => [`${one.patientId} ${one.answeredOn}`, one]));
  const seen = new Map<string, number>();
  return {
    ok: true,
    rows: table.rows.map(({ line, cell }) => {
      const row = readRow(line, cell, instrument, byReference);
      if (row.patientId && row.answeredOn) {
        const key = `${row.patientId} ${row.answeredOn}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) {
          row.problems.push({ column: "date", message: `Line ${earlier} has this patient and this day already.` });
        }
        seen.set(key, earlier ?? line);
        const kept = held.get(key);
        if (kept && isSame(kept, row)) row.state = "known";
        else if (kept)
          row.problems.push({ column: "date", message: "The portal has other answers of this patient for this day." });
      }
      if (row.problems.length > 0) row.state = "wrong";
      return row;
    }),
  };
}

/** The same answers, to the same activities where the person named them. */
function isSame(kept: Pick<KnownResult, "answers" | "names">, row: Pick<PastRow, "answers" | "names">): boolean {
  return (
    Object.entries(row.answers).every(([id, value]) => (kept.answers[id] ?? null) === value) &&
    Object.entries(row.names).every(([id, name]) => activityKey(kept.names[id] ?? "") === activityKey(name))
  );
}

function readRow(
  line: number,
  cell: (column: string) => string,
  instrument: Instrument,
  patients: ReadonlyMap<string, KnownPatient>,
): PastRow {
  const problems: PastRow["problems"] = [];
  const reference = cell("patient");
  const patient = patients.get(reference.toLowerCase());
  if (reference === "") problems.push({ column: "patient", message: "Say whose answers these are." });
  else if (!patient)
    problems.push({ column: "patient", message: "Your clinic has no patient with this e-mail address or id." });
  const answeredOn = dayOf(cell("date"));
  const dayProblem = answeredOn === null ? dayFault(cell("date")) : outOfLife(answeredOn, patient);
  if (dayProblem) problems.push({ column: "date", message: dayProblem });
  const answers: Record<string, number | null> = {};
  const names: Record<string, string> = {};
  for (const asked of itemsOf(instrument)) {
    const read = readAnswer(cell(asked.item.id), asked);
    if (typeof read === "string") problems.push({ column: asked.item.id, message: read });
    const answer = typeof read === "string" ? null : read;
    answers[asked.item.id] = answer;
    const name = asked.scale.kind === "named" ? cell(nameColumn(asked.item.id)) : "";
    // An activity that was not rated keeps its name.
    if (asked.scale.kind !== "named" || (answer === null && name === "")) continue;
    const fault = nameFault(name);
    if (fault) problems.push({ column: nameColumn(asked.item.id), message: fault });
    else names[asked.item.id] = name;
  }
  const { answered, count } = answeredQuestions({ instrument, answers, names });
  if (answered === 0 && problems.length === 0)
    problems.push({ column: "answers", message: "No question is answered." });
  return {
    line,
    reference,
    patientId: patient?.id ?? null,
    patientName: patient?.name ?? null,
    answeredOn: dayProblem ? null : answeredOn,
    answers,
    names,
    answered,
    count,
    state: "new",
    problems,
    scores: problems.length > 0 ? [] : scoresInWords(instrument, answers),
  };
}

function dayOf(text: string): CalendarDay | null {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isCalendarDay(iso) ? iso : null;
}

function dayFault(text: string): string {
  if (text === "") return "Give the day.";
  const short = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  return `“${short}” is no day of the calendar. Write 2026-03-09 or 09/03/2026.`;
}

function outOfLife(day: CalendarDay, patient: KnownPatient | undefined): string | null {
  if (!patient) return null;
  if (day > patient.today) return "This day is still to come.";
  return day < patient.dateOfBirth ? "This day is before the patient was born." : null;
}

type Asked = ReturnType<typeof itemsOf>[number];

/** The answer in a cell: a number, null for none, or what is wrong with it. */
function readAnswer(text: string, { item, scale }: Asked): number | null | string {
  if (text === "") return null;
  const options = optionsOf(scale, item) ?? [];
  const worded = options.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  if (worded) return worded.value;
  const number = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  const fault = Number.isNaN(number) ? "not a number" : faultOf(scale, number);
  if (!fault) return number;
  const { least, most } = boundsOf(scale);
  const short = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  return `“${short}” is no answer: ${scale.kind === "vas" ? "a" : "a whole"} number from ${least} to ${most} is needed.`;
}

/** Control characters and halves of characters, which the database does not take. */
const UNKEEPABLE = /[\p{Cc}\p{Cs}]/u;

function nameFault(name: string): string | null {
  if (name === "") return "Name the activity.";
  if (name.length > LONGEST_NAME) return `The name has ${name.length} characters; ${LONGEST_NAME} is the most.`;
  if (isFormula(name)) return `The name begins with "${name.charAt(0)}", as a formula of a spreadsheet does.`;
  return UNKEEPABLE.test(name) ? "The name has a control character in it." : null;
}

function scoresInWords(instrument: Instrument, answers: Answers): string[] {
  const titles = new Map(scoredParts(instrument).map(({ id, title }) => [id, title]));
  return scoreInstrument(instrument, answers).parts.flatMap((part) => {
    if (part.isTotal && part.id === "total") return [];
    const { value, least, most } = shownOf(part, instrument);
    const title = titles.get(part.id) ?? part.id;
    if (value === null) return [`${title} not scored`];
    const ends = least === 0 ? `of ${most}` : `(${least} to ${most})`;
    return [`${title} ${displayScore(value, { least, most })} ${ends}`];
  });
}
