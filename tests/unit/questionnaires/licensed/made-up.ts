import { type CsvCell, readCsvTable, writeCsv } from "@/lib/core/csv";
import { csvTemplate } from "@/lib/questionnaires/licensed/csv-template";
import type { Remark } from "@/lib/questionnaires/licensed/found-words";
import { COLUMNS } from "@/lib/questionnaires/licensed/read-csv-words";
import { type LicensedText, readLicensedText } from "@/lib/questionnaires/licensed/read-licensed-text";
import type { LicensedSlot, SlotAnswers } from "@/lib/questionnaires/licensed/slot";
import { licensedSlot } from "@/lib/questionnaires/licensed/slots";

export const slotNamed = (slug: string): LicensedSlot => {
  const slot = licensedSlot(slug);
  if (!slot) throw new Error(slug);
  return slot;
};

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export const read = (slot: LicensedSlot, content: string | object): LicensedText =>
  typeof content === "string"
    ? readLicensedText(slot, { name: "words.csv", bytes: bytesOf(content) })
    : readLicensedText(slot, { name: "words.json", bytes: bytesOf(JSON.stringify(content)) });

export const wordsOf = (read: LicensedText) => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.words;
};

export const problemsOf = (read: LicensedText): string[] =>
  read.ok ? [] : read.problems.map(({ where, message }: Remark) => `${where}: ${message}`);

export const warningsOf = (read: LicensedText): string[] =>
  read.ok ? read.warnings.map(({ where, message }) => `${where}: ${message}`) : [];

export type Row = [part: string, item: string, value: string, text: string];

/** The lines of the empty file, filled with invented words. */
export const filledRows = (slot: LicensedSlot): Row[] => {
  const table = readCsvTable(csvTemplate(slot), COLUMNS);
  if (!table.ok) throw new Error("the empty file is not read");
  return table.rows.map((row) => {
    const [part, item, value] = [row.cell("part"), row.cell("item"), row.cell("value")];
    if (value !== "") return [part, item, value, `Answer ${value} of ${part} ${item}`.trim()];
    return [part, item, value, item === "" ? `Question of ${part}` : `Item ${item} of ${part}`];
  });
};

export const csvOf = (rows: readonly (readonly CsvCell[])[]) => writeCsv([[...COLUMNS], ...rows]);

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

export type FhirJson = { [key: string]: unknown; linkId: string; item?: FhirJson[] };

const note = (linkId: string, code: string, text: string): FhirJson => ({
  linkId,
  type: "display",
  text,
  extension: [{ url: CONTROL, valueCodeableConcept: { coding: [{ code }] } }],
});

export const option = (value: number, display: string) => ({
  valueCoding: { code: `c${value}`, display, extension: [{ url: ORDINAL, valueDecimal: value }] },
});

const question = (answers: SlotAnswers, list: string, index: number): FhirJson => {
  const base = { linkId: `${list}-${index + 1}`, text: `Item ${index + 1} of ${list}` };
  if (answers.kind === "tick") return { ...base, type: "boolean" };
  if (answers.kind === "likert") {
    const answerOption = answers.values.map((value) => option(value, `Answer ${value} of ${list}`));
    return { ...base, type: "choice", answerOption };
  }
  return {
    ...base,
    type: answers.kind === "vas" ? "decimal" : "integer",
    item: [
      note(`${base.linkId}-lower`, "lower", `Least of ${list}`),
      note(`${base.linkId}-upper`, "upper", `Most of ${list}`),
    ],
  };
};

export const groupsOf = (slot: LicensedSlot): FhirJson[] =>
  slot.lists.map(({ id, most, answers }) => ({
    linkId: id,
    type: "group",
    text: `Question of ${id}`,
    item: Array.from({ length: most }, (_, index) => question(answers, id, index)),
  }));

/** A FHIR Questionnaire with invented words. */
export const questionnaire = (item: FhirJson[], more: object = {}) => ({
  resourceType: "Questionnaire",
  status: "active",
  ...more,
  item,
});
