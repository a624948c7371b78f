import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvCell, isFormula, readCsv, readCsvTable, writeCsv } from "@/lib/core/csv";

const cellsOf = (text: string): string[][] => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.rows.map(({ cells }) => cells);
};

const faultsOf = (text: string) => {
  const read = readCsv(text);
  return read.ok ? [] : read.faults;
};

describe("reading", () => {
  it.each([
    [
      "plain cells",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "no line end at the end",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "line ends of old Macs",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells, also the last",
      "a,,\n,,b",
      [
        ["a", "", ""],
        ["", "", "b"],
      ],
    ],
    ["quotes round a separator", '"a,b",c', [["a,b", "c"]]],
    ["doubled quotes", '"say ""a""",""""', [['say "a"', '"']]],
    [
      "a line break inside quotes",
      '"a\r\nb",c\nd,e',
      [
        ["a\r\nb", "c"],
        ["d", "e"],
      ],
    ],
    ["a quote inside an unquoted cell", 'a"b,c', [['a"b', "c"]]],
    ["an empty quoted cell", '"",a\n""', [["", "a"], [""]]],
    [
      "blank lines, left out",
      "a,b\n\n\r\nc,d\n\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "semicolons",
      "a;b,c;d\n1,5;2;3",
      [
        ["a", "b,c", "d"],
        ["1,5", "2", "3"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1\t2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "separators only inside quotes of the first line",
      '"a;b;c",d\n1,2',
      [
        ["a;b;c", "d"],
        ["1", "2"],
      ],
    ],
    ["a byte order mark", "\uFEFFa,b", [["a", "b"]]],
    ["a line that names the separator", "sep=;\r\na,x;b", [["a,x", "b"]]],
    ["nothing", "", []],
  ])("takes %s", (_, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it("counts lines as the file has them, from 1", () => {
    const read = readCsv('a,b\n\n"c\nd",e\nf,g\n');
    expect(read.ok && read.rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    const named = readCsv("sep=,\na\nb");
    expect(named.ok && named.rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("names the line of a quote that never closes", () => {
    expect(faultsOf('a,b\nc,"d\ne,f\n')).toEqual([{ line: 2, message: expect.stringContaining("never closes") }]);
    expect(faultsOf('a\n"b""')).toEqual([{ line: 2, message: expect.stringContaining("never closes") }]);
  });

  it("names the line of text after a closing quote", () => {
    expect(faultsOf('a,b\n"c"d,e')).toEqual([{ line: 2, message: expect.stringContaining("after a closing quote") }]);
  });
});

describe("reading a table", () => {
  it("finds cells by the name of the column, in any order and case, trimmed", () => {
    const table = readCsvTable("Text ; PART\n two words ; pain \n", ["part", "text"]);
    if (!table.ok) throw new Error("not read");
    expect(table.columns).toEqual(["text", "part"]);
    expect(table.rows.map((row) => [row.line, row.cell("part"), row.cell("Text"), row.cell("other")])).toEqual([
      [2, "pain", "two words", ""],
    ]);
  });

  it("tells every fault at once", () => {
    expect(readCsvTable("a,c,c\n1,2,3,4\n1\n,,,\n1,2,3,,\n", ["a", "b"])).toEqual({
      ok: false,
      faults: [
        { line: 1, message: 'The column "b" is missing.' },
        { line: 1, message: 'The column "c" stands twice.' },
        { line: 2, message: expect.stringContaining("4 cells, and the first line names 3 columns") },
      ],
    });
    expect(readCsvTable("\n\n", ["a"])).toEqual({ ok: false, faults: [{ line: 1, message: "The file is empty." }] });
    expect(readCsvTable('a\n"', ["a"])).toMatchObject({ ok: false, faults: [{ line: 2 }] });
  });

  it("leaves out lines without text, and empty columns at the end", () => {
    const table = readCsvTable("a,b,,\n,,,\n1,2,,\n", ["a", "b"]);
    expect(table.ok && table.rows.map(({ line }) => line)).toEqual([3]);
    expect(table.ok && table.columns).toEqual(["a", "b"]);
  });
});

describe("writing", () => {
  it("quotes where it has to, and ends lines with CRLF", () => {
    expect(
      writeCsv([
        ["a", 'say "b"', "c,d"],
        ["e\nf", null, 1.5],
      ]),
    ).toBe('a,"say ""b""","c,d"\r\n"e\nf",,1.5\r\n');
  });

  it("puts a byte order mark first when asked", () => {
    expect(writeCsv([["a"]], { mark: true })).toBe("\uFEFFa\r\n");
  });

  it.each(["=1+1", "+a", "-a", "@a", "\ta", "\ra", '=HYPERLINK("x")', "-1+1"])("guards the formula %j", (text) => {
    expect(isFormula(text)).toBe(true);
    expect(cellsOf(writeCsv([[text]]))).toEqual([[`'${text}`]]);
  });

  it.each(["-1", "+3", "-1.5", "-1,5", "1e5", "-1e-5", "a=b", "", "0"])("leaves %j as it is", (text) => {
    expect(isFormula(text)).toBe(false);
    expect(cellsOf(writeCsv([["x", text]]))).toEqual([["x", text]]);
  });

  it("writes numbers below zero as numbers", () => {
    expect(writeCsv([[-1, -0.5]])).toBe("-1,-0.5\r\n");
  });

  it("is read back as it was written", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "B", ",", ";", "\t", '"', "\n", "\r", " ", "é", "\uFEFF", "="),
    });
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(text, fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
        fc.boolean(),
        (rows, mark) => {
          const header = ["h1", "h2", "h3", "h4", "h5"];
          const expected = rows.map((cells) =>
            cells.map((one) => (typeof one === "string" && isFormula(one) ? `'${one}` : String(one ?? ""))),
          );
          expect(cellsOf(writeCsv([header, ...rows], { mark }))).toEqual([header, ...expected]);
        },
      ),
    );
  });
});
