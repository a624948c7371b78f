import type { FoundText, Remark } from "./found-words";

/** Most characters of each kind of words. */
export const LONGEST = { item: 500, answer: 300, end: 120, stem: 1000 } as const;

/** Control characters other than tabs and line breaks, and halves of characters: nothing of a text, and nothing the database takes. */
const UNKEEPABLE = /(?![\t\r\n])[\p{Cc}\p{Cs}]/u;
const MARKUP = /<\/?[a-z!][^>]*>/i;

/** Looks at one text. Empty, too long or with control characters is a problem; what looks like mark-up is kept as plain text, with a warning. */
export function checkText(
  { text, where }: FoundText,
  name: string,
  most: number,
  { problems, warnings }: { problems: Remark[]; warnings: Remark[] },
): void {
  if (text.trim() === "") problems.push({ where, message: `${name} has no words.` });
  if (text.length > most) {
    problems.push({ where, message: `${name} has ${text.length} characters; ${most} is the most.` });
  }
  if (UNKEEPABLE.test(text)) problems.push({ where, message: `${name} has a control character in it.` });
  if (MARKUP.test(text)) {
    warnings.push({ where, message: `${name} has what looks like HTML in it. It is kept and shown as plain text.` });
  }
}
