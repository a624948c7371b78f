const SEPARATORS = [",", ";", "\t"] as const;
type Separator = (typeof SEPARATORS)[number];

/** A row and the line of the file it begins on, from 1. */
export type CsvRow = { line: number; cells: string[] };

/** What is wrong with a file, and on which line, from 1. */
export type CsvFault = { line: number; message: string };

export type CsvRead = { ok: true; rows: CsvRow[] } | { ok: false; faults: CsvFault[] };

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Reads comma separated text (RFC 4180), as spreadsheets write it: quotes and doubled quotes, line breaks inside quotes, any line ends, a byte
 * order mark, and semicolons or tabs for commas, told from the first line or from a `sep=` line before it. Blank lines are left out. A quote
 * that never closes, and text after a closing quote, are faults.
 */
export function readCsv(text: string): CsvRead {
  const { body, separator, line: firstLine } = opening(text);
  const ending = new RegExp(`[${separator}\r\n]`, "g");
  const rows: CsvRow[] = [];
  let at = 0;
  let line = firstLine;
  let row: CsvRow = { line, cells: [] };
  let isBlank = true;
  while (at <= body.length) {
    if (body[at] === '"') {
      const close = closingQuote(body, at);
      if (close === -1) return faultAt(line, "A quote opens on this line and never closes.");
      const inside = body.slice(at + 1, close);
      row.cells.push(inside.replaceAll('""', '"'));
      line += breaksIn(inside);
      at = close + 1;
      isBlank = false;
      if (at < body.length && !`${separator}\r\n`.includes(body.charAt(at))) {
        return faultAt(line, "There is text after a closing quote. A quote inside a cell has to be written twice.");
      }
    } else {
      ending.lastIndex = at;
      const end = ending.exec(body)?.index ?? body.length;
      row.cells.push(body.slice(at, end));
      if (end > at) isBlank = false;
      at = end;
    }
    if (body[at] === separator) {
      at += 1;
      isBlank = false;
      continue;
    }
    if (!isBlank) rows.push(row);
    at += body.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    row = { line, cells: [] };
    isBlank = true;
  }
  return { ok: true, rows };
}

function faultAt(line: number, message: string): CsvRead {
  return { ok: false, faults: [{ line, message }] };
}

function opening(text: string): { body: string; separator: Separator; line: number } {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const named = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(plain);
  const separator = SEPARATORS.find((one) => one === named?.[1]);
  if (named && separator) return { body: plain.slice(named[0].length), separator, line: 2 };
  const header = (/^[^\r\n]*/.exec(plain.trimStart())?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((one) => header.split(one).length);
  return { body: plain, separator: SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",", line: 1 };
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** A row read by the names of its columns: trimmed, and "" for a cell or a column that is not there. */
export type TableRow = { line: number; cell: (column: string) => string };

export type CsvTable =
  | { ok: true; columns: string[]; rows: TableRow[] }
  | { ok: false; faults: [CsvFault, ...CsvFault[]] };

/**
 * Reads a file whose first line names its columns, in any order, capitals or not. A needed column that is missing, a name that stands
 * twice, and a line with more cells than columns are faults, all told at once. Lines without text are left out.
 */
export function readCsvTable(text: string, needed: readonly string[]): CsvTable {
  const read = readCsv(text);
  const faults: CsvFault[] = read.ok ? [] : read.faults;
  const [header, ...rows] = read.ok ? read.rows : [];
  if (read.ok && !header) faults.push({ line: 1, message: "The file is empty." });
  const columns = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  while (columns.at(-1) === "") columns.pop();
  const line = header?.line ?? 1;
  if (header) {
    for (const column of needed) {
      if (!columns.includes(column.toLowerCase())) faults.push({ line, message: `The column "${column}" is missing.` });
    }
    const twice = columns.filter((column, index) => column !== "" && columns.indexOf(column) !== index);
    for (const column of new Set(twice)) faults.push({ line, message: `The column "${column}" stands twice.` });
  }
  for (const row of rows) {
    const filled = row.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (filled > columns.length) {
      const message = `This line has ${filled} cells, and the first line names ${columns.length} columns. Put text with a comma in it in quotes.`;
      faults.push({ line: row.line, message });
    }
  }
  const [first, ...others] = faults;
  if (first) return { ok: false, faults: [first, ...others] };
  const places = new Map(columns.map((column, index) => [column, index]));
  const asRow = ({ line, cells }: CsvRow): TableRow => ({
    line,
    cell: (column) => (cells[places.get(column.toLowerCase()) ?? -1] ?? "").trim(),
  });
  return { ok: true, columns, rows: rows.filter(isFilled).map(asRow) };
}

function isFilled({ cells }: CsvRow): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** Whether a spreadsheet could take the text for a formula: it begins with = + - @, a tab or a line break, and is no plain number. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !PLAIN_NUMBER.test(text);
}

/** Null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Writes rows as comma separated text (RFC 4180) with CRLF line ends. Text a spreadsheet could take for a formula gets an apostrophe before
 * it. `mark` puts a byte order mark first, by which Excel knows UTF-8.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], { mark = false }: { mark?: boolean } = {}): string {
  const lines = rows.map((cells) => {
    const line = cells.map(cellText).join(",");
    // An empty line would be no row at all.
    return `${line === "" ? '""' : line}\r\n`;
  });
  return (mark ? BYTE_ORDER_MARK : "") + lines.join("");
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  const text = typeof cell === "number" ? String(cell) : isFormula(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n\uFEFF]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
