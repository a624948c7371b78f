export type Change = "better" | "worse" | "same";

/** What moved which way, as it is named in a sentence, and how many scores that is. */
export type SortedNames = { names: Record<Change, string[]>; counts: Record<Change, number> };

type Sorted = { shortTitle: string; parts: readonly { id: string; title: string; change: Change }[] };

/**
 * Names for the scores of questionnaires, by the way they moved. Of one questionnaire each part is named. Of several, one whose parts all
 * moved the same way is named once, by its short title; of the others each part, with the questionnaire in brackets.
 */
export function sortedNames(questionnaires: readonly Sorted[]): SortedNames {
  const sorted: SortedNames = {
    names: { better: [], worse: [], same: [] },
    counts: { better: 0, worse: 0, same: 0 },
  };
  for (const { shortTitle, parts } of questionnaires) {
    const [first] = parts;
    for (const { change } of parts) sorted.counts[change] += 1;
    const isOneWay = parts.every(({ change }) => change === first?.change);
    const isOnlyTotal = parts.length === 1 && first?.id === "total";
    if (first && (isOnlyTotal || (isOneWay && questionnaires.length > 1))) {
      sorted.names[first.change].push(nameOf(shortTitle));
      continue;
    }
    for (const { title, change } of parts) {
      const name = nameOf(title);
      sorted.names[change].push(questionnaires.length > 1 ? `${name} (${shortTitle})` : name);
    }
  }
  return sorted;
}

/** A title inside a sentence. One with a comma or an "and" of its own, or of many words, is set in quotes. */
function nameOf(title: string): string {
  const name = sentenceCase(title);
  return /,| and /.test(name) || wordCount(name) > 3 ? `“${name}”` : name;
}

/** Words as they stand inside a sentence: "Giving-way diary" loses its capital, "PHQ-9" and "Knee and Hip Index" keep theirs. */
export function sentenceCase(title: string): string {
  const [first = ""] = title.split(" ", 1);
  const isPlain = /^\p{Lu}[\p{Ll}'’-]*[,:;]?$/u.test(first) && !/\p{Lu}/u.test(title.slice(first.length));
  return isPlain ? first.toLowerCase() + title.slice(first.length) : title;
}

export function wordCount(text: string): number {
  return text.split(" ").length;
}

const WORDS: Record<Change, string> = { better: "better", worse: "worse", same: "about the same" };
const ORDER: readonly Change[] = ["better", "worse", "same"];

/** "pain and stiffness are better", and so for what is worse and what is about the same. */
export function namesInWords({ names }: Pick<SortedNames, "names">): string[] {
  return ORDER.filter((change) => names[change].length > 0).map((change) => phrase(names[change], change));
}

/** "3 of 5 scores are better". What is worse is still named where there is room. */
export function countsInWords({ names, counts }: SortedNames, isWorseNamed: boolean): string[] {
  const all = ORDER.reduce((sum, change) => sum + counts[change], 0);
  let isFirst = true;
  return ORDER.filter((change) => counts[change] > 0).map((change) => {
    if (change === "worse" && isWorseNamed) return phrase(names.worse, "worse");
    const count = counts[change];
    const subject = isFirst ? `${count} of ${all} scores` : `${count}`;
    isFirst = false;
    return `${subject} ${count === 1 ? "is" : "are"} ${WORDS[change]}`;
  });
}

function phrase(names: readonly string[], change: Change): string {
  return `${enumerate(names)} ${isPlural(names) ? "are" : "is"} ${WORDS[change]}`;
}

/** More than one name, or one such as "symptoms"; a title in quotes or brackets is one thing. */
function isPlural(names: readonly string[]): boolean {
  return names.length > 1 || /[^s]s$/.test(names[0] ?? "");
}

function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Clauses that hold an "and" of their own: a comma before the last one keeps them apart. */
export function clauses(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")}, and ${last}`;
}
