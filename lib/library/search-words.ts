import { SEARCH_LENGTH } from "./filters";

/** More words than this add nothing to a search of a library. */
const MOST_WORDS = 16;

/**
 * The words of a search as the database keeps them: small letters without accents or apostrophes, marks left out. Text beyond
 * SEARCH_LENGTH characters is cut. Nothing in them means anything to PostgreSQL's text search.
 */
export function searchWords(search: string): string[] {
  const plain = search
    .slice(0, SEARCH_LENGTH)
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** The words as a text-search query: each must be there, whole or begun. */
export function textQuery(words: readonly string[]): string {
  return words.map((word) => `${word}:*`).join(" & ");
}
