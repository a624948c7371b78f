import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REGIONS } from "@/lib/identity/vocabulary";
import { filterCount, filtersOf, type LibraryFilters, libraryAddress, SEARCH_LENGTH } from "@/lib/library/filters";
import { EQUIPMENT, LEVELS, POSITIONS } from "@/lib/library/vocabulary";
import { equipmentInWords } from "@/lib/library/words";

const paramsOf = (address: string) => Object.fromEntries(new URL(address, "http://portal.test").searchParams);
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

describe("the address of the library", () => {
  test("has nothing to say when nothing is chosen", () => {
    expect(libraryAddress({ search: "" })).toBe("/library");
    expect(libraryAddress({ search: "  " })).toBe("/library");
  });

  test("names what was chosen", () => {
    const filters: LibraryFilters = { search: "clam shel", region: "hip", origin: "clinic", favourites: true };
    expect(libraryAddress(filters)).toBe("/library?q=clam+shel&region=hip&favourites=1&own=1");
  });

  test("gives back the filters it was made of", () => {
    const filters: fc.Arbitrary<LibraryFilters> = fc.record(
      {
        search: fc.string({ minLength: 1, maxLength: SEARCH_LENGTH }).filter((text) => text.trim() !== ""),
        kind: some(["exercise", "article"] as const),
        region: some(REGIONS),
        equipment: some(EQUIPMENT),
        position: some(POSITIONS),
        level: some(LEVELS),
        origin: fc.constant("clinic" as const),
        favourites: fc.constant(true as const),
        retired: fc.constant(true as const),
      },
      { requiredKeys: ["search"] },
    );
    fc.assert(
      fc.property(filters, (one) => {
        expect(filtersOf(paramsOf(libraryAddress(one)))).toEqual(one);
      }),
    );
  });
});

describe("what an address asks for", () => {
  test("is cut when it is too long, and left out when it is unknown", () => {
    const odd = {
      q: "a".repeat(5000),
      kind: "film",
      region: "'; drop table",
      level: ["gentle", "demanding"],
      own: "yes",
    };
    expect(filtersOf(odd)).toEqual({ search: "a".repeat(SEARCH_LENGTH), level: "gentle" });
    expect(filtersOf({ constructor: "x", __proto__: "y" })).toEqual({ search: "" });
  });

  test("is counted without the search", () => {
    expect(filterCount({ search: "bridge" })).toBe(0);
    expect(filterCount({ search: "", kind: "exercise", favourites: true })).toBe(2);
  });
});

test("equipment reads as one phrase", () => {
  expect(equipmentInWords([])).toBe("No equipment");
  expect(equipmentInWords(["mat", "loop-band"])).toBe("Mat, loop band");
});
