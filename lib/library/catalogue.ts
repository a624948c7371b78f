import type { Exercise } from "./schemas";

/** What a plan can hand out: the library's exercises and articles, and the questionnaires. */
export type CatalogueKind = "exercise" | "article" | "questionnaire";

/** One thing to hand out, as its newest words have it. */
export type CatalogueItem = {
  kind: CatalogueKind;
  slug: string;
  title: string;
  /** One or two sentences: what it is for. */
  about: string;
  /** Other names people search for. */
  aliases: string[];
  /** Time to read or to answer, in whole minutes; null for exercises, whose time depends on the dose. */
  minutes: number | null;
  /** True when left and right are done apart. */
  sided: boolean;
  /** The dose an exercise begins with; null for reading and questionnaires. */
  dose: Exercise["dose"] | null;
  /** No longer offered; plans that hold it keep it. */
  retired: boolean;
  /** The row of the newest words. */
  versionId: string;
};

/** The name of a thing in lists and maps: an exercise and an article may share a slug. */
export function referenceOf(thing: { kind: CatalogueKind; slug: string }): string {
  return `${thing.kind}/${thing.slug}`;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The items that hold every word of the search in their name, aliases or purpose, in any order and whatever the accents and
 * capitals. Those whose name begins with the search come first, then names that hold it, then aliases, then the rest; each in
 * the order given. An empty search finds everything.
 */
export function searchCatalogue<T extends Pick<CatalogueItem, "title" | "about" | "aliases">>(
  items: readonly T[],
  search: string,
): T[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const whole = words.join(" ");
  const ranked = items.flatMap((item) => {
    const title = plain(item.title);
    const aliases = plain(item.aliases.join(" "));
    const text = `${title} ${aliases} ${plain(item.about)}`;
    if (!words.every((word) => text.includes(word))) return [];
    const rank = title.startsWith(whole) ? 0 : title.includes(whole) ? 1 : aliases.includes(whole) ? 2 : 3;
    return [{ item, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}
