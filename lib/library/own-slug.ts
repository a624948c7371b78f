import type { LibraryKind } from "./vocabulary";

/**
 * The slug of an item a clinic writes itself: the plain letters of its name, then a tilde and the end of its id. Shipped slugs
 * hold no tilde, so that nothing shipped later meets it.
 */
export function ownSlug(name: string, id: string, kind: LibraryKind): string {
  const letters = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  return `${letters || kind}~${id.replaceAll("-", "").slice(-12).toLowerCase()}`;
}

const NAME_LENGTH = 60;
const MARK = " (copy)";

/** What a copy is called until somebody gives it a name; at most `most` characters. */
export function copyName(name: string, most = NAME_LENGTH): string {
  return `${[...name]
    .slice(0, most - MARK.length)
    .join("")
    .trimEnd()}${MARK}`;
}
