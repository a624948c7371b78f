/** Characters of a question that stand for it in a list. */
const SHOWN = 60;

/** How a text begins: at most 60 characters, cut between words, in one line; "…" says that there is more. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line];
  if (characters.length <= SHOWN) return line;
  const cut = characters.slice(0, SHOWN).join("");
  const end = characters[SHOWN] === " " ? cut.length : cut.lastIndexOf(" ");
  // A text without a space in so many characters is cut where it is.
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[,;:.\s]+$/, "")}…`;
}
