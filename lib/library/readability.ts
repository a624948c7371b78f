/** Markdown reduced to the sentences a reader hears: no marks, no link targets; headings and list items end like sentences. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^[\]]*)\]\([^)\n]*\)/g, "$1")
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*(#{1,6}|[-*+]|\d+\.|>)\s+/, "")
        .replaceAll(/[*_`]/g, "")
        .trim(),
    )
    .map((line) => (line === "" || /[.!?:;,]$/.test(line) ? line : `${line}.`))
    .join("\n")
    .replaceAll(/[;:]\n/g, ".\n");
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Spoken syllables by counting groups of vowels: within a few per cent of a dictionary over a page of English. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?<![aeiouy]|[^aeiouy]l)e$|(?<=[^td])ed$|(?<![sxzcg]|sh|ch|[^aeiouy]l)es$/, "");
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

/** Flesch-Kincaid grade level (Kincaid 1975), a United States school year; add five for the usual age in years. */
export function fleschKincaidGrade(markdown: string): number {
  const text = plainText(markdown);
  const words = wordsOf(text);
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((part) => wordsOf(part).length > 0);
  if (words.length === 0 || sentences.length === 0) throw new RangeError("There is no sentence to measure.");
  const perSentence = words.length / sentences.length;
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
  return 0.39 * perSentence + 11.8 * perWord - 15.59;
}

/** How fast an adult reads plain prose to themselves. Words a minute; the pace the articles' reading times go by. */
export const WORDS_A_MINUTE = 200;

type ReadParts = {
  summary: string;
  whyItMatters: string;
  keyPoints: readonly string[];
  whenToGetHelp: { emergency: readonly string[]; soon: readonly string[] };
  questions?: readonly { question: string; answer: string }[];
  body: string;
};

/** All that is read of an article, as Markdown: everything but its title and its references. */
export function readingText({
  summary,
  whyItMatters,
  keyPoints,
  whenToGetHelp,
  questions = [],
  body,
}: ReadParts): string {
  const asked = questions.flatMap(({ question, answer }) => [question, answer]);
  return [summary, whyItMatters, ...keyPoints, body, ...whenToGetHelp.emergency, ...whenToGetHelp.soon, ...asked].join(
    "\n",
  );
}

const minutesOf = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE));

/** Time to read an article, in whole minutes at 200 words a minute; at least 1. */
export function readingMinutes(article: ReadParts): number {
  return minutesOf(wordsOf(plainText(readingText(article))).length);
}

/** Fewer words say nothing about how hard a text is. */
const LEAST_WORDS = 30;
/** The measure tells school years apart, and no finer or further than that. Years of age. */
const AGES = { youngest: 7, easy: 11, oldest: 18 };

/**
 * How hard a text is to read, and how long it takes. `age` in years, from 7 (or younger) to 18 (or older), null when there is too
 * little of it; `minutes` whole, at least 1.
 */
export type Readability = { age: number | null; words: number; minutes: number; isHard: boolean };

/** Measures a Markdown text. The reading age is the Flesch-Kincaid grade and five; above 11 it is hard for a patient. */
export function readabilityOf(markdown: string): Readability {
  const words = wordsOf(plainText(markdown)).length;
  if (words < LEAST_WORDS) return { age: null, words, minutes: minutesOf(words), isHard: false };
  const age = Math.min(AGES.oldest, Math.max(AGES.youngest, Math.round(fleschKincaidGrade(markdown) + 5)));
  return { age, words, minutes: minutesOf(words), isHard: age > AGES.easy };
}

/** "Reads at about age 11." */
export function readabilityInWords({ age }: Pick<Readability, "age">): string {
  if (age === null) return "Write a little more to see how easy it is to read.";
  if (age <= AGES.youngest) return `Reads at about age ${AGES.youngest} or younger.`;
  return age >= AGES.oldest ? `Reads at about age ${AGES.oldest} or older.` : `Reads at about age ${age}.`;
}
