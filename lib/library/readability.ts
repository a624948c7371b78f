/** Markdown reduced to the sentences a reader hears: no marks, no link targets; headings and list items end like sentences. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
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
