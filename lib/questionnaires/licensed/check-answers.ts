import type { Scale } from "../instrument-schema";
import { checkText, LONGEST } from "./check-text";
import { type FoundAnswer, type FoundItem, type FoundList, listed, type Remark, type WordedList } from "./found-words";
import type { SlotList } from "./slot";

type Remarks = { problems: Remark[]; warnings: Remark[] };
type Answered = Pick<WordedList, "scale"> & { options: (readonly { value: number; label: string }[] | null)[] };

/** Said where a list is ticked and the file has no words for ticking none. */
const NONE_OF_THESE = "None of these fits me";
/** Asked where people name their own activities. */
const NAME_AN_ACTIVITY = "Name one activity";

/**
 * Holds the answers of a list against its scale and gives the scale with its words, and for each item words of its own or null. Null
 * altogether when something is to be put right, which is then in `problems`.
 */
export function checkAnswers(list: SlotList, found: FoundList, remarks: Remarks): Answered | null {
  const before = remarks.problems.length;
  const known = valuesOf(list);
  const most = list.answers.kind === "likert" ? LONGEST.answer : LONGEST.end;
  for (const answers of [found.answers, ...found.items.map((item) => item.answers)]) {
    checkValues(list.id, answers, known, remarks);
    for (const answer of answers) checkText(answer, `Answer ${answer.value} of ${list.id}`, most, remarks);
  }
  if (list.answers.kind === "tick") return remarks.problems.length > before ? null : ticked(found);
  const worded = found.items.map((item) => wordsFor(item, found.answers, known));
  missingWords(list.id, found.items, worded, known, remarks);
  if (remarks.problems.length > before) return null;
  return list.answers.kind === "likert" ? inWords(list.id, found, worded, remarks) : onNumbers(list, worded, remarks);
}

/** The values that need words, in order; of a row or a line its two ends. */
function valuesOf({ answers }: SlotList): readonly number[] {
  if (answers.kind === "likert") return answers.values;
  return answers.kind === "tick" ? [0, 1] : [answers.least, answers.most];
}

function checkValues(list: string, answers: readonly FoundAnswer[], known: readonly number[], { problems }: Remarks) {
  const seen = new Set<number>();
  for (const { value, where } of answers) {
    if (!known.includes(value)) {
      problems.push({ where, message: `${value} is no answer of ${list} that has words: those are ${listed(known)}.` });
    } else if (seen.has(value)) {
      problems.push({ where, message: `Answer ${value} of ${list} stands twice.` });
    }
    seen.add(value);
  }
  const values = answers.map(({ value }) => value);
  const isRunning = (sign: number) =>
    values.every((value, index) => index === 0 || sign * (value - (values[index - 1] ?? 0)) >= 0);
  if (!isRunning(1) && !isRunning(-1)) {
    const message = `The answers of ${list} do not stand in order: ${listed(values)}.`;
    problems.push({ where: answers[0]?.where ?? list, message });
  }
}

/** The words of an item's answers, its own before those of the list, in the order the file has them. */
function wordsFor(item: FoundItem, shared: readonly FoundAnswer[], known: readonly number[]): Map<number, string> {
  const words = new Map([...shared, ...item.answers].map(({ value, text }) => [value, text.trim()]));
  const order = [item.answers, shared].find((answers) => answers.length === known.length) ?? null;
  const values = order ? order.map(({ value }) => value) : known;
  return new Map(
    values.flatMap((value) => {
      const label = words.get(value);
      return label === undefined ? [] : [[value, label]];
    }),
  );
}

function missingWords(
  list: string,
  items: readonly FoundItem[],
  worded: readonly ReadonlyMap<number, string>[],
  known: readonly number[],
  { problems }: Remarks,
): void {
  const missing = worded.map((words) => known.filter((value) => !words.has(value)));
  const needed = `${listed(known)} are needed`;
  if (new Set(missing.map(String)).size === 1) {
    const values = missing[0] ?? [];
    if (values.length > 0) {
      problems.push({ where: list, message: `Answers of ${list} without words: ${listed(values)} (${needed}).` });
    }
    return;
  }
  missing.forEach((values, index) => {
    if (values.length === 0) return;
    const message = `Answers of item ${index + 1} of ${list} without words: ${listed(values)} (${needed}).`;
    problems.push({ where: items[index]?.where ?? list, message });
  });
}

const asOptions = (words: ReadonlyMap<number, string>) => [...words].map(([value, label]) => ({ value, label }));
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function inWords(
  list: string,
  found: FoundList,
  worded: readonly ReadonlyMap<number, string>[],
  { problems }: Remarks,
): Answered | null {
  const before = problems.length;
  worded.forEach((words, index) => {
    if (new Set(words.values()).size === words.size) return;
    const where = found.items[index]?.where ?? list;
    problems.push({ where, message: `Two answers of item ${index + 1} of ${list} have the same words.` });
  });
  const options = worded.map(asOptions);
  const first = options[0];
  if (!first || problems.length > before) return null;
  const isShared = options.every((one) => same(one, first));
  return { scale: { kind: "likert", options: first }, options: options.map((one) => (isShared ? null : one)) };
}

function onNumbers(
  { id, answers }: SlotList,
  worded: readonly ReadonlyMap<number, string>[],
  { problems }: Remarks,
): Answered | null {
  const first = worded[0];
  if (!first || answers.kind === "likert" || answers.kind === "tick") return null;
  const { kind, least, most } = answers;
  const ends = { least, most, lowLabel: first.get(least) ?? "", highLabel: first.get(most) ?? "" };
  if (worded.some((words) => words.get(least) !== ends.lowLabel || words.get(most) !== ends.highLabel)) {
    problems.push({ where: id, message: `The words at the two ends have to be the same for every item of ${id}.` });
    return null;
  }
  for (const [value, label] of first) {
    if (label !== String(value)) continue;
    problems.push({ where: id, message: `The end ${value} of ${id} needs words, not its number again.` });
  }
  if (ends.lowLabel === ends.highLabel) {
    problems.push({ where: id, message: `The two ends of ${id} have the same words.` });
  }
  const scale: Scale = kind === "named" ? { kind, ...ends, prompt: NAME_AN_ACTIVITY } : { kind, ...ends };
  return { scale, options: worded.map(() => null) };
}

function ticked({ answers, items }: FoundList): Answered {
  const none = answers.find(({ value }) => value === 0)?.text.trim() ?? NONE_OF_THESE;
  return { scale: { kind: "tick", none }, options: items.map(() => null) };
}
