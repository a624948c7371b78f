import type { AskedInstrument, Instrument } from "./instrument-schema";
import { itemsOf } from "./scales";
import { answersNeeded } from "./scoring";
import { PUBLISHED } from "./scoring/published";
import type { Structure, Variant } from "./scoring/structure";

/** A score an instrument gives: the items it is made of, and how many answers it needs. `isWhole` marks one made of the other parts. */
export type ScoredPart = {
  id: string;
  title: string;
  /** What a high score means; may be empty. */
  meaning: string;
  itemIds: string[];
  needed: number;
  isWhole: boolean;
};

/** What the scores of an instrument depend on. */
export type Scored = Pick<Instrument, "scale" | "subscales" | "missingRule" | "itemDirection" | "total" | "published">;

/** How a licensed instrument is scored; null for one of our own. Throws on a name that is not known. */
export function publishedKey(
  instrument: Pick<Instrument, "published">,
): { structure: Structure; variant: Variant } | null {
  if (!instrument.published) return null;
  const { id, scale, rule } = instrument.published;
  const structure = PUBLISHED.get(id);
  const variant = structure?.variants.find((one) => one.scale === scale && one.rule === rule);
  if (!structure || !variant) throw new Error(`no published instrument ${id}, ${scale}, ${rule}`);
  return { structure, variant };
}

/** Words for the scores of published instruments that are no subscale of their own. */
const PART_TITLES: Readonly<Record<string, string>> = {
  total: "Total",
  summary: "Summary",
  subscale: "Distress",
  rumination: "Rumination",
  magnification: "Magnification",
  helplessness: "Helplessness",
};

/** The scores an instrument gives, in the order they are shown; the whole last. */
export function scoredParts(instrument: Scored | AskedInstrument): ScoredPart[] {
  const key = publishedKey(instrument);
  return key ? publishedParts(instrument, key) : ownParts(instrument);
}

function ownParts(instrument: Scored | AskedInstrument): ScoredPart[] {
  const scored = instrument.subscales.filter(({ formula }) => formula !== "none");
  const parts = scored.map((subscale): ScoredPart => {
    const { id, title, meaning, items } = subscale;
    const needed = answersNeeded(subscale, instrument.missingRule);
    return { id, title, meaning, itemIds: items.map((item) => item.id), needed, isWhole: false };
  });
  if ((instrument.total ?? "sum") === "none" || parts.length === 0) return parts;
  return [...parts, wholePart("total", parts)];
}

function wholePart(id: string, parts: readonly ScoredPart[]): ScoredPart {
  const itemIds = parts.flatMap((part) => part.itemIds);
  const needed = parts.reduce((sum, part) => sum + part.needed, 0);
  return { id, title: PART_TITLES[id] ?? id, meaning: "", itemIds, needed, isWhole: true };
}

function publishedParts(
  instrument: Scored | AskedInstrument,
  { structure, variant }: { structure: Structure; variant: Variant },
): ScoredPart[] {
  const subscaleOf = (id: string) => instrument.subscales.find((subscale) => subscale.id === id);
  if (structure.own === "start-back") {
    const all = itemsOf(instrument).map(({ item }) => item.id);
    const distress = all.slice(4);
    const part = (id: string, itemIds: string[]) => ({
      id,
      title: PART_TITLES[id] ?? id,
      meaning: "",
      itemIds,
      needed: itemIds.length,
      isWhole: false,
    });
    return [part("total", all), part("subscale", distress)];
  }
  const parts = variant.parts.map((part): ScoredPart => {
    const own = subscaleOf(part.id);
    const items = subscaleOf(part.from)?.items ?? [];
    const made = part.at ? part.at.flatMap((number) => items[number - 1] ?? []) : items;
    return {
      id: part.id,
      title: own?.title ?? PART_TITLES[part.id] ?? part.id,
      meaning: own?.meaning ?? subscaleOf(part.from)?.meaning ?? "",
      itemIds: made.map(({ id }) => id),
      needed: part.needed,
      isWhole: false,
    };
  });
  return structure.whole ? [...parts, wholePart(structure.whole.id, parts)] : parts;
}
