import { isFormula, readCsvTable, type TableRow } from "@/lib/core/csv";
import { type Found, type FoundAnswer, type FoundItem, listed, quoted } from "./found-words";
import type { LicensedSlot, SlotList } from "./slot";

/** The columns of a file of words, in the order of the empty one. */
export const COLUMNS = ["part", "item", "value", "text"] as const;

const WHOLE = /^\d{1,4}$/;

type Line = { part: string; item: string; value: string; text: string; where: string };
type Numbered = FoundItem & { list: SlotList; number: number };
type Sheet = {
  slot: LicensedSlot;
  found: Found;
  /** By list and number. */
  items: Map<string, Numbered>;
  /** Words for the answers of one item, by its list and number. */
  own: Map<string, FoundAnswer[]>;
  /** Words for an answer of every part that has it. */
  shared: FoundAnswer[];
};

const lineOf = (line: number) => `line ${line}`;
const keyOf = (list: SlotList, item: number) => `item ${item} of ${list.id}`;

/**
 * Reads words from CSV with the columns `part`, `item`, `value` and `text`. Each line is one of
 * - `part`, `item`, `text`: the words of an item; the items of a part are numbered from 1, each once, in any order of lines;
 * - `part`, `text`: the question the items of the part share;
 * - `value`, `text`: the words of an answer, of one part when `part` is given and else of every part that has that answer;
 * - `part`, `item`, `value`, `text`: the words of an answer of that item alone.
 *
 * The words for one item go before those of its part, and those before the words for all. `part` may be empty where the instrument has
 * one. A line without text is as if it were not there, but for an item, which needs words.
 */
export function readCsvWords(text: string, slot: LicensedSlot): Found {
  const found: Found = { lists: new Map(), problems: [], warnings: [] };
  const table = readCsvTable(text, COLUMNS);
  if (!table.ok) {
    found.problems.push(...table.faults.map(({ line, message }) => ({ where: lineOf(line), message })));
    return found;
  }
  for (const { id } of slot.lists) found.lists.set(id, { stem: null, items: [], answers: [] });
  const known: readonly string[] = COLUMNS;
  const unused = table.columns.filter((column) => column !== "" && !known.includes(column));
  if (unused.length > 0) {
    found.warnings.push({
      where: lineOf(1),
      message: `Columns that are not used: ${listed(unused.slice(0, 10).map(quoted))}.`,
    });
  }
  const sheet: Sheet = { slot, found, items: new Map(), own: new Map(), shared: [] };
  for (const row of table.rows) readRow(row, sheet);
  for (const list of slot.lists) gather(list, sheet);
  for (const [key, [first]] of sheet.own) {
    if (!first || sheet.items.has(key)) continue;
    const message = `There are words for an answer of ${key}, and none for the item.`;
    found.problems.push({ where: first.where, message });
  }
  return found;
}

function readRow(row: TableRow, sheet: Sheet): void {
  const [part, item, value, text] = [row.cell("part"), row.cell("item"), row.cell("value"), row.cell("text")];
  const line: Line = { part, item, value, text, where: lineOf(row.line) };
  const fault = faultOf(line, sheet.slot) ?? place(line, sheet);
  if (fault) sheet.found.problems.push({ where: line.where, message: fault });
}

function faultOf({ part, item, value, text }: Line, { lists }: LicensedSlot): string | null {
  const ids = lists.map(({ id }) => id);
  if (part !== "" && !ids.includes(part.toLowerCase())) {
    return `There is no part ${quoted(part)} in this questionnaire: it has ${listed(ids)}.`;
  }
  if (part === "" && item !== "" && ids.length > 1) return `The part is missing: it is one of ${listed(ids)}.`;
  if (item !== "" && (!WHOLE.test(item) || Number(item) === 0)) {
    return `The item has to be a number from 1; it says ${quoted(item)}.`;
  }
  if (value !== "" && !WHOLE.test(value)) return `The value has to be a whole number from 0; it says ${quoted(value)}.`;
  if (!isFormula(text)) return null;
  return `The text begins with "${text.charAt(0)}", as a formula of a spreadsheet does. Let it begin with a letter.`;
}

/** Puts a line where it belongs, or says why it belongs nowhere. */
function place({ part, item, value, text, where }: Line, sheet: Sheet): string | null {
  const { slot, found, items, own } = sheet;
  const named = slot.lists.find(({ id }) => id === part.toLowerCase());
  const list = named ?? (slot.lists.length === 1 ? slot.lists[0] : undefined);
  if (text === "" && (item === "" || value !== "")) return null;
  if (!list) {
    if (value === "") return "The part is missing: these words belong to no item and no answer.";
    return placeShared({ value: Number(value), text, where }, sheet);
  }
  const into = found.lists.get(list.id);
  const key = keyOf(list, Number(item));
  if (item !== "" && value !== "") {
    own.set(key, [...(own.get(key) ?? []), { value: Number(value), text, where }]);
  } else if (item !== "") {
    const before = items.get(key);
    if (before) return `Item ${Number(item)} of ${list.id} stands twice: first on ${before.where}.`;
    items.set(key, { list, number: Number(item), text, where, answers: [] });
  } else if (value !== "") into?.answers.push({ value: Number(value), text, where });
  else if (into?.stem) return `The question of ${list.id} stands twice: first on ${into.stem.where}.`;
  else if (into) into.stem = { text, where };
  return null;
}

function placeShared(answer: FoundAnswer, { slot, shared }: Sheet): string | null {
  if (!slot.lists.some((one) => hasAnswer(one, answer.value))) {
    return `No part of this questionnaire has the answer ${answer.value}.`;
  }
  if (shared.some((one) => one.value === answer.value)) return `The words of answer ${answer.value} stand twice.`;
  shared.push(answer);
  return null;
}

function hasAnswer({ answers }: SlotList, value: number): boolean {
  if (answers.kind === "likert") return answers.values.includes(value);
  return answers.kind === "tick" ? value === 0 : value === answers.least || value === answers.most;
}

function gather(list: SlotList, { found, items, own, shared }: Sheet): void {
  const into = found.lists.get(list.id);
  if (!into) return;
  const numbered = [...items.values()].filter((item) => item.list === list).sort((a, b) => a.number - b.number);
  into.items = numbered.map(({ number, text, where }) => {
    return { text, where, answers: own.get(keyOf(list, number)) ?? [] };
  });
  const isOwn = ({ value }: FoundAnswer) => into.answers.some((answer) => answer.value === value);
  const others = shared.filter((answer) => hasAnswer(list, answer.value) && !isOwn(answer));
  const isMixed = into.answers.length > 0 && others.length > 0;
  into.answers = [...into.answers, ...others];
  if (isMixed) into.answers.sort((a, b) => a.value - b.value);
  const wrong = numbered.find(({ number }, index) => number !== index + 1);
  if (wrong && numbered.length >= list.fewest && numbered.length <= list.most) {
    const message = `The items of ${list.id} have to be numbered 1 to ${numbered.length}, each once; ${wrong.number} is out of the row.`;
    found.problems.push({ where: wrong.where, message });
  }
}
