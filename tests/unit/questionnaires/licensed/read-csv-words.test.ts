import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvTemplate } from "@/lib/questionnaires/licensed/csv-template";
import { MOST_BYTES, readLicensedText } from "@/lib/questionnaires/licensed/read-licensed-text";
import { LICENSED_SLOTS } from "@/lib/questionnaires/licensed/slots";
import { csvOf, filledRows, problemsOf, type Row, read, slotNamed, warningsOf, wordsOf } from "./made-up";

const womac = slotNamed("womac-likert");
const phq2 = slotNamed("phq-2");
const odi = slotNamed("odi");

/** The filled file with some lines changed; null takes a line out. */
const changed = (slot: typeof womac, change: (row: Row) => Row | null) =>
  csvOf(
    filledRows(slot)
      .map(change)
      .filter((row) => row !== null),
  );

describe("the empty file", () => {
  it.each(LICENSED_SLOTS.map((slot) => [slot.slug, slot] as const))("of %s, filled in, is taken", (_, slot) => {
    const words = wordsOf(read(slot, csvOf(filledRows(slot))));
    expect(words.lists.map(({ id, stem, items }) => [id, stem, items.map(({ text }) => text)])).toEqual(
      slot.lists.map(({ id, most }) => [
        id,
        `Question of ${id}`,
        Array.from({ length: most }, (_, index) => `Item ${index + 1} of ${id}`),
      ]),
    );
  });

  it("not filled in, is refused item by item", () => {
    expect(problemsOf(read(phq2, csvTemplate(phq2)))).toEqual([
      "line 3: Item 1 of items has no words.",
      "line 4: Item 2 of items has no words.",
      "items: Answers of items without words: 0, 1, 2 and 3 (0, 1, 2 and 3 are needed).",
    ]);
  });

  it("may have its lines in any order, and semicolons or tabs", () => {
    const rows = filledRows(womac);
    const words = wordsOf(read(womac, csvOf(rows)));
    const isAnswer = ([, item, value]: Row) => item === "" && value !== "";
    const items = rows.filter((row) => !isAnswer(row));
    const answers = rows.filter(isAnswer);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(items, { minLength: items.length }),
        fc.constantFrom(",", ";", "\t"),
        (mixed, sep) => {
          const text = csvOf([...mixed, ...answers]).replaceAll(",", sep);
          expect(wordsOf(read(womac, text))).toEqual(words);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("words of answers", () => {
  const items: Row[] = [
    ["items", "1", "", "Item 1"],
    ["items", "2", "", "Item 2"],
  ];
  const four = (part: string, item = "", word = "Answer"): Row[] =>
    [0, 1, 2, 3].map((value): Row => [part, item, `${value}`, `${word} ${value}`]);

  it("stand for every part, for one part, or for one item, the nearest first", () => {
    const rows: Row[] = [
      ...filledRows(womac).filter(([, item]) => item !== ""),
      ...[0, 1, 2, 3, 4].map((value): Row => ["", "", `${value}`, `All ${value}`]),
      ["stiffness", "", "2", "Stiff 2"],
      ["pain", "3", "4", "Third 4"],
    ];
    const [pain, stiffness, function_] = wordsOf(read(womac, csvOf(rows))).lists;
    const labels = (list: typeof pain) =>
      list?.scale.kind === "likert" ? list.scale.options.map(({ label }) => label) : [];
    expect(labels(function_)).toEqual(["All 0", "All 1", "All 2", "All 3", "All 4"]);
    expect(labels(stiffness)).toEqual(["All 0", "All 1", "Stiff 2", "All 3", "All 4"]);
    expect(function_?.items.every(({ options }) => options === undefined)).toBe(true);
    expect(pain?.items[2]?.options?.map(({ label }) => label)).toEqual(["All 0", "All 1", "All 2", "All 3", "Third 4"]);
    expect(pain?.items[0]?.options?.map(({ label }) => label)).toEqual(["All 0", "All 1", "All 2", "All 3", "All 4"]);
  });

  it("may leave out the part where there is one, and run from high to low", () => {
    const rows = [...items.map((row): Row => ["", row[1], row[2], row[3]]), ...four("").reverse()];
    const [list] = wordsOf(read(phq2, csvOf(rows))).lists;
    expect(list?.scale).toMatchObject({
      kind: "likert",
      options: [{ value: 3 }, { value: 2 }, { value: 1 }, { value: 0 }],
    });
  });

  it("are needed for every value and no other, once, in order, and each different", () => {
    expect(problemsOf(read(phq2, csvOf([...items, ...four("items").slice(1)])))).toEqual([
      "items: Answers of items without words: 0 (0, 1, 2 and 3 are needed).",
    ]);
    expect(problemsOf(read(phq2, csvOf([...items, ...four("items", "1")])))).toEqual([
      "line 3: Answers of item 2 of items without words: 0, 1, 2 and 3 (0, 1, 2 and 3 are needed).",
    ]);
    expect(problemsOf(read(phq2, csvOf([...items, ...four("items"), ["items", "", "4", "Answer 4"]])))).toEqual([
      "line 8: 4 is no answer of items that has words: those are 0, 1, 2 and 3.",
    ]);
    expect(problemsOf(read(phq2, csvOf([...items, ...four("items"), ["", "", "9", "Answer 9"]])))).toEqual([
      "line 8: 9 is no answer of items that has words: those are 0, 1, 2 and 3.",
    ]);
    expect(problemsOf(read(womac, csvOf([...filledRows(womac), ["", "", "9", "Answer 9"]])))).toEqual([
      "line 44: No part of this questionnaire has the answer 9.",
    ]);
    expect(problemsOf(read(phq2, csvOf([...items, ...four("items"), ["items", "", "3", "Again"]])))).toEqual([
      "line 8: Answer 3 of items stands twice.",
    ]);
    const [zero, one, two, three] = four("items");
    if (!zero || !one || !two || !three) throw new Error("four answers");
    expect(problemsOf(read(phq2, csvOf([...items, zero, two, one, three])))).toEqual([
      "line 4: The answers of items do not stand in order: 0, 2, 1 and 3.",
    ]);
    expect(problemsOf(read(phq2, csvOf([...items, zero, one, two, ["items", "", "3", "Answer 2"]])))).toEqual([
      "line 2: Two answers of item 1 of items have the same words.",
      "line 3: Two answers of item 2 of items have the same words.",
    ]);
  });

  it("are of each section of the ODI alone", () => {
    const [list] = wordsOf(read(odi, csvOf(filledRows(odi)))).lists;
    expect(list?.items).toHaveLength(10);
    expect(list?.items[9]?.options?.map(({ label }) => label)).toContain("Answer 5 of items 10");
  });

  it("are needed for both ends of rows and lines, and in words", () => {
    const nrs = slotNamed("womac-nrs");
    const rows = filledRows(nrs);
    expect(wordsOf(read(nrs, csvOf(rows))).lists[0]?.scale).toEqual({
      kind: "nrs",
      least: 0,
      most: 10,
      lowLabel: "Answer 0 of pain",
      highLabel: "Answer 10 of pain",
    });
    const without = rows.filter(([part, , value]) => !(part === "pain" && value === "10"));
    expect(problemsOf(read(nrs, csvOf(without)))).toEqual([
      "pain: Answers of pain without words: 10 (0 and 10 are needed).",
    ]);
    const asNumbers = rows.map((row): Row => (row[2] === "10" ? [row[0], row[1], row[2], "10"] : row));
    expect(problemsOf(read(nrs, csvOf(asNumbers)))).toContain(
      "pain: The end 10 of pain needs words, not its number again.",
    );
    const middle: Row = ["pain", "", "5", "In the middle"];
    expect(problemsOf(read(nrs, csvOf([...rows, middle])))[0]).toContain("5 is no answer of pain that has words");
  });

  it("are not needed where items are ticked, but for ticking none", () => {
    const rmdq = slotNamed("rmdq");
    const rows = filledRows(rmdq);
    const noneOf = (text: string) => {
      const [list] = wordsOf(read(rmdq, text)).lists;
      return list?.scale.kind === "tick" ? list.scale.none : null;
    };
    expect(noneOf(csvOf(rows))).toBe("None of these fits me");
    expect(noneOf(csvOf([...rows, ["", "", "0", "Nothing of this"]]))).toBe("Nothing of this");
  });

  it("need the question where people name activities", () => {
    const psfs = slotNamed("psfs");
    const rows = filledRows(psfs);
    const three = rows.filter(([, item]) => item === "" || Number(item) <= 3);
    expect(wordsOf(read(psfs, csvOf(three))).lists[0]?.items).toHaveLength(3);
    expect(problemsOf(read(psfs, csvOf(rows.filter(([, item]) => item === "" || Number(item) <= 2))))).toEqual([
      "items: items has 2 items, 3 to 5 are needed.",
    ]);
    expect(problemsOf(read(psfs, csvOf(rows.filter(([, item, value]) => item !== "" || value !== ""))))).toEqual([
      "items: The question of items is needed: it is what the person is asked to name.",
    ]);
  });
});

describe("what does not fit is named with its line", () => {
  const without = (item: string) => changed(womac, (row) => (row[0] === "pain" && row[1] === item ? null : row));

  it("a wrong number of items", () => {
    expect(problemsOf(read(womac, without("5")))).toEqual(["pain: pain has 4 items, 5 are needed."]);
    expect(problemsOf(read(womac, csvOf([...filledRows(womac), ["stiffness", "3", "", "Item 3"]])))).toEqual([
      "stiffness: stiffness has 3 items, 2 are needed.",
    ]);
  });

  it("items that are not numbered from 1, or twice", () => {
    const six = changed(womac, (row) => (row[0] === "pain" && row[1] === "5" ? [row[0], "6", "", row[3]] : row));
    expect(problemsOf(read(womac, six))).toEqual([
      "line 7: The items of pain have to be numbered 1 to 5, each once; 6 is out of the row.",
    ]);
    const twice = changed(womac, (row) => (row[0] === "pain" && row[1] === "5" ? [row[0], "4", "", row[3]] : row));
    expect(problemsOf(read(womac, twice))).toEqual([
      "line 7: Item 4 of pain stands twice: first on line 6.",
      "pain: pain has 4 items, 5 are needed.",
    ]);
  });

  it("a missing column, an unknown part, a line with too many cells, a quote that never closes", () => {
    expect(problemsOf(read(womac, "part,item,text\npain,1,a"))).toEqual(['line 1: The column "value" is missing.']);
    expect(problemsOf(read(womac, csvOf([...filledRows(womac), ["elbow", "1", "", "Item 1"]])))).toEqual([
      'line 44: There is no part "elbow" in this questionnaire: it has pain, stiffness and function.',
    ]);
    expect(problemsOf(read(womac, "part,item,value,text\npain,1,,Item, with a comma\n"))[0]).toMatch(
      /^line 2: .*5 cells/,
    );
    expect(problemsOf(read(womac, 'part,item,value,text\npain,1,,"Item\n'))[0]).toMatch(/^line 2: .*never closes/);
  });

  it.each([
    [["pain", "one", "", "Item"], 'The item has to be a number from 1; it says "one".'],
    [["pain", "0", "", "Item"], 'The item has to be a number from 1; it says "0".'],
    [["pain", "1.5", "", "Item"], 'The item has to be a number from 1; it says "1.5".'],
    [["pain", "", "x", "Answer"], 'The value has to be a whole number from 0; it says "x".'],
    [["pain", "", "-1", "Answer"], 'The value has to be a whole number from 0; it says "-1".'],
    [["", "1", "", "Item"], "The part is missing: it is one of pain, stiffness and function."],
    [["", "", "", "Words"], "The part is missing: these words belong to no item and no answer."],
    [["pain", "", "", "Again"], "The question of pain stands twice: first on line 2."],
    [["pain", "9", "1", "Answer"], "There are words for an answer of item 9 of pain, and none for the item."],
  ])("the line %j", (row, message) => {
    expect(problemsOf(read(womac, csvOf([...filledRows(womac), row])))).toEqual([`line 44: ${message}`]);
  });

  it.each(["=1+1", "+Item", "-Item", "@Item"])("the formula %s", (text) => {
    const file = `part,item,value,text\nitems,1,,${text}\n`;
    expect(problemsOf(read(phq2, file))[0]).toBe(
      `line 2: The text begins with "${text.charAt(0)}", as a formula of a spreadsheet does. Let it begin with a letter.`,
    );
  });

  it("words that are too long, or with control characters", () => {
    const long = changed(phq2, (row) => (row[1] === "1" ? [row[0], row[1], row[2], "a".repeat(501)] : row));
    expect(problemsOf(read(phq2, long))).toEqual(["line 3: Item 1 of items has 501 characters; 500 is the most."]);
    const control = changed(phq2, (row) => (row[1] === "1" ? [row[0], row[1], row[2], "a\u0085b"] : row));
    expect(problemsOf(read(phq2, control))).toEqual(["line 3: Item 1 of items has a control character in it."]);
  });

  it("files that are too large, empty, in Windows encoding or no text, before anything is read", () => {
    const problems = (bytes: Uint8Array) => problemsOf(readLicensedText(womac, { name: "a.csv", bytes }));
    expect(problems(new Uint8Array(10_000_000))).toEqual(["file: The file is 10.0 MB; 1 MB is the most."]);
    expect(problems(new Uint8Array(MOST_BYTES).fill(0x20))).toEqual(["file: The file is empty."]);
    expect(problems(Uint8Array.from([0x61, 0xe9, 0x0a]))[0]).toContain("Windows-1252");
    expect(problems(Uint8Array.from([0x50, 0x4b, 0x03]))[0]).toContain("workbook");
  });

  it("at most fifty times", () => {
    const many = Array.from({ length: 200 }, (): Row => ["elbow", "1", "", "Item"]);
    expect(problemsOf(read(womac, csvOf(many)))).toHaveLength(50);
  });
});

describe("what is taken with a warning", () => {
  it("mark-up, as plain text", () => {
    const tagged = changed(phq2, (row) => (row[1] === "1" ? [row[0], row[1], row[2], "<script>a()</script>"] : row));
    const given = read(phq2, tagged);
    expect(wordsOf(given).lists[0]?.items[0]?.text).toBe("<script>a()</script>");
    expect(warningsOf(given)).toEqual([
      "line 3: Item 1 of items has what looks like HTML in it. It is kept and shown as plain text.",
    ]);
    const lessThan = changed(phq2, (row) => (row[1] === "1" ? [row[0], row[1], row[2], "a < b > c"] : row));
    expect(warningsOf(read(phq2, lessThan))).toEqual([]);
  });

  it("two items with the same words, and columns nobody uses", () => {
    const same = changed(phq2, (row) => (row[1] === "2" ? [row[0], row[1], row[2], "Item 1 of items"] : row));
    expect(warningsOf(read(phq2, same))).toEqual(["line 4: Items 1 and 2 of items have the same words."]);
    const noted = csvOf(filledRows(phq2)).replace("text\r\n", "text,note\r\n");
    expect(warningsOf(read(phq2, noted))).toEqual(['line 1: Columns that are not used: "note".']);
  });
});
