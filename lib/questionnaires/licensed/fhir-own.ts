import type { FhirItem } from "./fhir-shapes";
import type { SlotList } from "./slot";

/** What the portal's own FHIR export says beside the clinic's words, so that reading it gives back those words and no more. */

/** The question the items of a group share: its text, without the title that the portal itself put before it. */
export function withoutTitle({ linkId, text = "" }: FhirItem, { id, title }: Pick<SlotList, "id" | "title">): string {
  if (linkId !== `part.${id}`) return text;
  if (text === title) return "";
  return text.startsWith(`${title}. `) ? text.slice(title.length + 2) : text;
}

/** The words for ticking nothing of a list; undefined where the file has none. */
export function noneOfThese({ extension }: FhirItem): string | undefined {
  return extension?.find(({ url }) => url.endsWith("/StructureDefinition/none-of-these"))?.valueString;
}

const NAMES: readonly string[] = ["string", "text"];

/** The rating of an activity that the person names, where the group is its name and its rating; undefined for any other. */
export function ratingOf<P extends { item: FhirItem }>(inside: readonly P[]): P | undefined {
  const [name, rating, ...more] = [...inside].sort((a, b) => Number(isName(b)) - Number(isName(a)));
  return name && rating && more.length === 0 && isName(name) && !isName(rating) && rating.item.type !== "group"
    ? rating
    : undefined;
}

const isName = ({ item }: { item: FhirItem }) => NAMES.includes(item.type);
