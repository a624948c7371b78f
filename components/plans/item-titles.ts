import { type CatalogueItem, type CatalogueKind, referenceOf } from "@/lib/library/catalogue";

export type TitleOf = (item: { kind: CatalogueKind; slug: string }) => string;

/** What items are called, by reference; the slug when nothing better is known. */
export function titlesBy(titles: Readonly<Record<string, string>>, library: readonly CatalogueItem[] = []): TitleOf {
  const known = new Map([
    ...library.map((item) => [referenceOf(item), item.title] as const),
    ...Object.entries(titles),
  ]);
  return (item) => known.get(referenceOf(item)) ?? item.slug;
}
