import { expect, test } from "vitest";
import { cardAfter } from "@/components/library/use-card-keys";

/** Seven cards in rows of three: 0 1 2 / 3 4 5 / 6. */
const from = (at: number, key: string) => cardAfter({ key, at, count: 7, columns: 3 });

test.each([
  ["the search", -1, "ArrowDown", 0],
  ["the search", -1, "ArrowRight", null],
  ["the search", -1, "Home", null],
  ["the first", 0, "ArrowRight", 1],
  ["the first", 0, "ArrowLeft", null],
  ["the first row", 2, "ArrowUp", -1],
  ["the end of a row", 2, "ArrowRight", 3],
  ["the middle", 4, "ArrowUp", 1],
  ["above the last", 3, "ArrowDown", 6],
  ["above the gap", 5, "ArrowDown", 6],
  ["the last", 6, "ArrowDown", null],
  ["the last", 6, "ArrowRight", null],
  ["the last", 6, "Home", 0],
  ["the first", 0, "End", 6],
  ["the middle", 4, "a", null],
])("from %s (%i), %s leads to %s", (_, at, key, to) => {
  expect(from(at, key)).toBe(to);
});

test("with no cards, nowhere", () => {
  expect(cardAfter({ key: "ArrowDown", at: -1, count: 0, columns: 0 })).toBeNull();
});
