import { answersOfItem } from "./fhir-answers";
import { noneOfThese, ratingOf, withoutTitle } from "./fhir-own";
import { endOf, type FhirItem, fhirItemSchema, isWorkedOut, questionnaireSchema } from "./fhir-shapes";
import {
  between,
  counted,
  type Found,
  type FoundAnswer,
  type FoundList,
  listed,
  quoted,
  type Remark,
} from "./found-words";
import type { LicensedSlot, SlotList } from "./slot";

type Placed = { item: FhirItem; where: string };
type Reading = { problems: Remark[]; warnings: Remark[]; linkIds: Set<string> };

const FILE = "file";
const whereOf = (linkId: string) => `linkId ${quoted(linkId)}`;

/**
 * Reads words from a FHIR R4 Questionnaire in JSON. Its lists are groups of one level, in the order of the structure, or its questions
 * stand without groups, in that order. Answers are `answerOption` with an ordinalValue (or a whole number for a code) and words; rows and
 * lines are `integer` or `decimal` with a note at each end (`display` with the control `lower`, `upper`), ticks are `boolean`, an activity the
 * person names is its rating alone or a group of its name and its rating. A group's text and notes are the question its items share. Scores
 * worked out from answers are left out with a warning; unknown extensions are passed over.
 */
export function readFhirWords(text: string, slot: LicensedSlot): Found {
  const found: Found = { lists: new Map(), problems: [], warnings: [] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    found.problems.push({ where: FILE, message: "This is not JSON: it ends too soon, or has a sign out of place." });
    return found;
  }
  const read = questionnaireSchema.safeParse(json);
  if (!read.success) {
    found.problems.push({ where: FILE, message: "This is JSON, but no FHIR Questionnaire (resourceType, item)." });
    return found;
  }
  const { status, item: items = [] } = read.data;
  if (status !== undefined && status !== "active") {
    found.warnings.push({ where: FILE, message: `The file says of itself that it is ${quoted(status)}.` });
  }
  const reading: Reading = { problems: found.problems, warnings: found.warnings, linkIds: new Set() };
  const tops = placed(items, "item", reading);
  const notes = tops.filter(({ item }) => item.type === "display");
  const groups = tops.filter(({ item }) => item.type === "group");
  const questions = tops.filter(({ item }) => item.type !== "display" && item.type !== "group");
  const lists = groups.length > 0 ? fromGroups(groups, questions, slot, reading) : cut(questions, slot, reading);
  for (const [list, { heading, members }] of lists) {
    const isFirst = list === slot.lists[0];
    found.lists.set(list.id, readList(list, [...(isFirst ? notes : []), ...heading], members, reading));
  }
  return found;
}

type Sorted = Map<SlotList, { heading: Placed[]; members: Placed[] }>;

/** Items as FHIR has them, but for those that are none, that stand twice, or that only work out a score. */
function placed(items: readonly unknown[], path: string, { problems, warnings, linkIds }: Reading): Placed[] {
  return items.flatMap((given, index) => {
    const read = fhirItemSchema.safeParse(given);
    if (!read.success) {
      const keys = new Set(read.error.issues.map((issue) => issue.path.join(".")));
      const message = `This is no item as FHIR R4 has them: ${listed([...keys].map((key) => key || "it is no object"))}.`;
      problems.push({ where: `${path} ${index + 1}`, message });
      return [];
    }
    const item = read.data;
    const where = whereOf(item.linkId);
    if (linkIds.has(item.linkId)) problems.push({ where, message: "This linkId stands twice." });
    linkIds.add(item.linkId);
    if (isWorkedOut(item)) {
      warnings.push({ where, message: "Left out: it is worked out from the answers, which the portal does itself." });
      return [];
    }
    if (item.enableWhen && item.enableWhen.length > 0) {
      warnings.push({ where, message: "The condition under which it is asked is left out: it is always asked." });
    }
    return [{ item, where }];
  });
}

function fromGroups(
  groups: readonly Placed[],
  loose: readonly Placed[],
  { lists }: LicensedSlot,
  reading: Reading,
): Sorted {
  const { problems } = reading;
  const ids = lists.map(({ id }) => id);
  for (const { where } of loose) problems.push({ where, message: "This question stands beside the groups, in none." });
  if (groups.length !== lists.length) {
    const message = `${counted(groups.length, "group")} found, ${lists.length} needed: ${listed(ids)}.`;
    problems.push({ where: FILE, message });
  }
  const sorted: Sorted = new Map();
  groups.forEach((group, index) => {
    const list = lists[index];
    const inside = placed(group.item.item ?? [], `${group.where}, item`, reading);
    const members = list?.answers.kind === "named" ? inside.map((one) => activityOf(one, reading)) : inside;
    for (const { item, where } of members) {
      if (item.type !== "group") continue;
      problems.push({ where, message: "This group is inside a group. Groups of one level are allowed: the parts." });
    }
    if (!list || groups.length !== lists.length) return;
    const named = ids.find((id) => group.item.linkId === id || group.item.linkId.endsWith(`.${id}`));
    if (named !== undefined && named !== list.id) {
      const message = `The group "${named}" stands where "${list.id}" has to: ${listed(ids)} is the order.`;
      problems.push({ where: group.where, message });
    }
    const text: Placed = { ...group, item: { ...group.item, type: "display", text: withoutTitle(group.item, list) } };
    const heading = [text, ...members.filter(({ item }) => item.type === "display")];
    const questions = members.filter(({ item }) => item.type !== "display" && item.type !== "group");
    sorted.set(list, { heading, members: questions });
  });
  return sorted;
}

/** The rating of an activity under the words of its group; anything else as it stands. */
function activityOf(one: Placed, reading: Reading): Placed {
  if (one.item.type !== "group") return one;
  const rating = ratingOf(placed(one.item.item ?? [], `${one.where}, item`, reading));
  return rating ? { ...rating, item: { ...rating.item, text: one.item.text } } : one;
}

/** Questions without groups, cut into the lists of the structure. */
function cut(questions: readonly Placed[], { lists, items }: LicensedSlot, { problems }: Reading): Sorted {
  const sorted: Sorted = new Map();
  if (lists.length > 1 && questions.length !== items.most) {
    const sizes = listed(lists.map((list) => `${between(list)} of ${list.id}`));
    const message = `${counted(questions.length, "question")} found, ${items.most} needed: ${sizes}.`;
    problems.push({ where: FILE, message });
    return sorted;
  }
  let at = 0;
  for (const list of lists) {
    const end = lists.length > 1 ? at + list.most : questions.length;
    sorted.set(list, { heading: [], members: questions.slice(at, end) });
    at = end;
  }
  return sorted;
}

function readList(list: SlotList, heading: readonly Placed[], members: readonly Placed[], reading: Reading): FoundList {
  const stems = heading.filter(({ item }) => endOf(item) === null && (item.text ?? "").trim() !== "");
  const stem = stems.map(({ item }) => (item.text ?? "").trim()).join("\n");
  const items = members.map(({ item, where }) => {
    const notes = insideOf(item, where, reading);
    const answers = [...answersOfItem(item, list, where, reading.problems), ...endsOf(notes, list)];
    return { text: (item.text ?? "").trim(), where, answers };
  });
  checkNumbers(list, members, reading);
  return {
    stem: stem === "" ? null : { text: stem, where: stems[0]?.where ?? list.id },
    items,
    answers: [...endsOf(heading, list), ...noneOf(heading, list)],
  };
}

/** The notes inside a question; any question there is refused, and looked at no further. */
function insideOf({ item: inside = [] }: FhirItem, where: string, reading: Reading): Placed[] {
  return placed(inside, `${where}, item`, reading).filter((one) => {
    if (one.item.type !== "display") {
      reading.problems.push({ where: one.where, message: `This question is inside a question (${where}).` });
      return false;
    }
    if (endOf(one.item) !== null) return true;
    reading.warnings.push({ where: one.where, message: "This note inside a question is left out." });
    return false;
  });
}

/** Words at the two ends of a row or a line. */
function endsOf(notes: readonly Placed[], { answers }: SlotList): FoundAnswer[] {
  if (!("least" in answers)) return [];
  return notes.flatMap(({ item, where }) => {
    const end = endOf(item);
    if (end === null) return [];
    return [{ value: end === "lower" ? answers.least : answers.most, text: (item.text ?? "").trim(), where }];
  });
}

/** Words for ticking nothing. */
function noneOf(heading: readonly Placed[], { answers }: SlotList): FoundAnswer[] {
  if (answers.kind !== "tick") return [];
  return heading.flatMap(({ item, where }) => {
    const text = noneOfThese(item);
    return text === undefined ? [] : [{ value: 0, text: text.trim(), where }];
  });
}

/** The order of the items is the order of the file; linkIds that number them otherwise are told. */
function checkNumbers({ id }: SlotList, members: readonly Placed[], { problems, warnings }: Reading): void {
  const numbers = members.map(({ item }) => Number(/(\d+)$/.exec(item.linkId)?.[1] ?? Number.NaN));
  const isRow = new Set(numbers).size === numbers.length && numbers.every((n) => n >= 1 && n <= numbers.length);
  const wrong = numbers.findIndex((number, index) => number !== index + 1);
  const member = members[wrong];
  if (!isRow || !member) return;
  const isOurs = members.every(({ item }, index) => item.linkId === `${id}-${numbers[index]}`);
  const message = `Item ${wrong + 1} of ${id} in the order of the file has the number ${numbers[wrong]} in its linkId.`;
  (isOurs ? problems : warnings).push({ where: member.where, message });
}
