import { expect, test } from "vitest";
import { readCsvTable } from "@/lib/core/csv";
import { responsesCsv } from "@/lib/export/responses-csv";
import { exported, ownBy } from "@/tests/support/fhir";

const answers = { "pain-kerb": 0, "pain-evening": null };

/** The rows of answers by item, as a stranger reads them. */
function read(but: Parameters<typeof exported>[2] = {}) {
  const table = readCsvTable(responsesCsv([exported(ownBy("knee-and-hip-index"), answers, but)]), ["row", "id"]);
  if (!table.ok) throw new Error("the table cannot be read");
  const rows = table.rows.map(({ cell }) => ["row", "id", "value", "words", "reason"].map(cell));
  return (id: string) => rows.find((row) => row[1] === id);
}

test("an answer has its value and words; one not given is empty, with the reason", () => {
  const row = read();
  expect(row("pain-kerb")).toEqual(["answer", "pain-kerb", "0", "None", ""]);
  expect(row("pain-evening")).toEqual(["answer", "pain-evening", "", "", "declined"]);
  expect(row("function-hill")).toEqual(["answer", "function-hill", "", "", "not-reached"]);
  expect(row("function")).toEqual(["score", "function", "", "", "0 of 17 answered, at least 14 needed"]);
});

test("paper and past results do not say why there is no answer", () => {
  for (const source of ["paper", "import"] as const) {
    expect(read({ source, declined: [] })("pain-evening")).toEqual(["answer", "pain-evening", "", "", "not-answered"]);
  }
});
