import { type AnswerOption, extensionOf, type FhirItem, numberOf } from "./fhir-shapes";
import { type FoundAnswer, listed, quoted, type Remark } from "./found-words";
import { answersInWords, type SlotAnswers, type SlotList } from "./slot";

const TYPES: Readonly<Record<SlotAnswers["kind"], readonly string[]>> = {
  likert: ["choice"],
  nrs: ["integer", "decimal", "choice"],
  vas: ["integer", "decimal"],
  named: ["integer", "decimal", "choice"],
  tick: ["boolean", "choice"],
};

/** The answers of a question with their words. What does not fit the scale of the list is told in `problems`. */
export function answersOfItem(item: FhirItem, list: SlotList, where: string, problems: Remark[]): FoundAnswer[] {
  const refuse = (message: string) => problems.push({ where, message });
  const { kind } = list.answers;
  if (!TYPES[kind].includes(item.type)) {
    const needed = listed(TYPES[kind].map((type) => `"${type}"`)).replace(" and ", " or ");
    refuse(`The type is ${quoted(item.type)}, and ${needed} is needed: ${list.id} is ${answersInWords(list.answers)}.`);
    return [];
  }
  if (item.type !== "choice") {
    checkEnds(item, list, refuse);
    return [];
  }
  if (!item.answerOption || item.answerOption.length === 0) {
    refuse(
      item.answerValueSet
        ? "The answers are in a value set elsewhere; list them in the item itself, as answerOption."
        : "There are no answers to choose from (answerOption).",
    );
    return [];
  }
  const answers = item.answerOption.map((option) => answerOf(option, where));
  const unnumbered = item.answerOption.find((_, index) => answers[index] === null);
  if (unnumbered) {
    refuse(
      `The answer ${quoted(labelOf(unnumbered))} has no number: an ordinalValue, or a code that is a whole number.`,
    );
    return [];
  }
  const known = answers.filter((answer) => answer !== null);
  const needed = valuesOf(list.answers);
  const values = known.map(({ value }) => value);
  const isSame = values.length === needed.length && needed.every((value) => values.includes(value));
  if (!isSame) {
    refuse(`The answers are worth ${listed(values.slice(0, 20))}; ${listed(needed)} are needed, each once.`);
    return [];
  }
  if (kind === "likert") return known;
  if (kind === "tick") return [];
  return known.filter(({ value }) => value === needed[0] || value === needed.at(-1));
}

function valuesOf(answers: SlotAnswers): readonly number[] {
  if (answers.kind === "likert") return answers.values;
  if (answers.kind === "tick") return [0, 1];
  return Array.from({ length: answers.most - answers.least + 1 }, (_, step) => answers.least + step);
}

function labelOf({ valueCoding, valueString, valueInteger }: AnswerOption): string {
  return (valueCoding?.display ?? valueString ?? valueCoding?.code ?? String(valueInteger ?? "")).trim();
}

/** Null when an option has no number. Words are its display or its string, never its code. */
function answerOf(option: AnswerOption, where: string): FoundAnswer | null {
  const { valueCoding, valueInteger, valueString } = option;
  const code = valueCoding?.code ?? "";
  const ordinal =
    numberOf(valueCoding ? extensionOf(valueCoding, "ordinal") : undefined) ?? numberOf(extensionOf(option, "ordinal"));
  const value = ordinal ?? valueInteger ?? (/^\d+$/.test(code) ? Number(code) : null);
  if (value === null) return null;
  return { value, text: (valueCoding?.display ?? valueString ?? "").trim(), where };
}

function checkEnds(item: FhirItem, { id, answers }: SlotList, refuse: (message: string) => void): void {
  if (!("least" in answers)) return;
  const ends = [
    ["least", numberOf(extensionOf(item, "least")), answers.least],
    ["most", numberOf(extensionOf(item, "most")), answers.most],
  ] as const;
  for (const [name, given, needed] of ends) {
    if (given !== null && given !== needed) refuse(`The ${name} is ${given}; it has to be ${needed} in ${id}.`);
  }
}
