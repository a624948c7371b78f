import { REGIONS } from "@/lib/identity/vocabulary";
import { EQUIPMENT, LEVELS, LIBRARY_KINDS, POSITIONS } from "./vocabulary";

/** Longest text searched for; what is longer is cut. */
export const SEARCH_LENGTH = 200;

/** What the library is narrowed to; a part that is absent narrows nothing. */
export type LibraryFilters = {
  search: string;
  kind?: (typeof LIBRARY_KINDS)[number];
  region?: (typeof REGIONS)[number];
  equipment?: (typeof EQUIPMENT)[number];
  position?: (typeof POSITIONS)[number];
  level?: (typeof LEVELS)[number];
  /** `clinic` for what the clinic wrote itself. */
  origin?: "clinic";
  favourites?: true;
  /** What was taken out of the library, alone. */
  retired?: true;
};

type Params = Record<string, string | string[] | undefined>;

const CHOICES = {
  kind: LIBRARY_KINDS,
  region: REGIONS,
  equipment: EQUIPMENT,
  position: POSITIONS,
  level: LEVELS,
} as const;

/** The filters an address asks for. What the library does not know is left out, and never an error. */
export function filtersOf(params: Params): LibraryFilters {
  const first = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const chosen = Object.entries(CHOICES).flatMap(([name, values]) => {
    const value = first(name);
    return (values as readonly string[]).includes(value) ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(chosen),
    search: first("q").slice(0, SEARCH_LENGTH),
    ...(first("own") === "1" && { origin: "clinic" as const }),
    ...(first("favourites") === "1" && { favourites: true as const }),
    ...(first("retired") === "1" && { retired: true as const }),
  };
}

/** The address of the library with these filters: what was chosen, in a fixed order, and nothing else. */
export function libraryAddress(filters: LibraryFilters): string {
  const params = new URLSearchParams();
  if (filters.search.trim() !== "") params.set("q", filters.search);
  for (const name of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  if (filters.favourites) params.set("favourites", "1");
  if (filters.origin) params.set("own", "1");
  if (filters.retired) params.set("retired", "1");
  const text = params.toString();
  return text === "" ? "/library" : `/library?${text}`;
}

/** How many things narrow the library besides the search. */
export function filterCount({ search: _search, ...filters }: LibraryFilters): number {
  return Object.values(filters).filter(Boolean).length;
}
