import { checkAnswers } from "./check-answers";
import { checkText, LONGEST } from "./check-text";
import { between, counted, type Found, type FoundList, type LicensedWords, type WordedList } from "./found-words";
import type { LicensedSlot, SlotList } from "./slot";

const NOTHING: FoundList = { stem: null, items: [], answers: [] };

/** The words of a file when they fit the structure of the slot; null when they do not, and then `found.problems` says what is wrong. */
export function checkWords(slot: LicensedSlot, found: Found): LicensedWords | null {
  const lists = slot.lists.map((list) => checkList(list, found.lists.get(list.id) ?? NOTHING, found));
  if (found.problems.length > 0) return null;
  const whole = lists.filter((list) => list !== null);
  return whole.length === slot.lists.length ? { lists: whole } : null;
}

function checkList(list: SlotList, given: FoundList, remarks: Found): WordedList | null {
  const { items, stem } = given;
  if (items.length < list.fewest || items.length > list.most) {
    const message = `${list.id} has ${counted(items.length, "item")}, ${between(list)} are needed.`;
    remarks.problems.push({ where: list.id, message });
  }
  if (stem) checkText(stem, `The question of ${list.id}`, LONGEST.stem, remarks);
  if (list.answers.kind === "named" && !stem) {
    const message = `The question of ${list.id} is needed: it is what the person is asked to name.`;
    remarks.problems.push({ where: list.id, message });
  }
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    checkText(item, `Item ${index + 1} of ${list.id}`, LONGEST.item, remarks);
    const words = item.text.trim().toLowerCase();
    const before = seen.get(words);
    if (words !== "" && before !== undefined) {
      const message = `Items ${before + 1} and ${index + 1} of ${list.id} have the same words.`;
      remarks.warnings.push({ where: item.where, message });
    }
    seen.set(words, before ?? index);
  });
  if (items.length === 0) return null;
  const answered = checkAnswers(list, given, remarks);
  if (!answered) return null;
  return {
    id: list.id,
    stem: stem?.text.trim() ?? "",
    scale: answered.scale,
    items: items.map(({ text }, index) => {
      const options = answered.options[index];
      return options ? { text: text.trim(), options: [...options] } : { text: text.trim() };
    }),
  };
}
