import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyName, ownSlug } from "@/lib/library/own-slug";
import { searchWords, textQuery } from "@/lib/library/search-words";
import { anyText } from "@/tests/support/any-text";

const ID = "0190a1b2-c3d4-7e5f-8a6b-1234567890ab";

describe("the words of a search", () => {
  test.each([
    ["", []],
    ["   ", []],
    ["Clam  shel", ["clam", "shel"]],
    ["Child’s pose", ["childs", "pose"]],
    ["Étirement", ["etirement"]],
    ["sit-to-stand", ["sit", "to", "stand"]],
    ["a & b | !c:* <-> 'd'", ["a", "b", "c", "d"]],
    ["%_\\", []],
    ["\u0000\ud800", []],
    ["膝 3", ["膝", "3"]],
  ])("%j are %j", (search, words) => expect(searchWords(search)).toEqual(words));

  test("are cut at 200 characters and 16 words", () => {
    expect(searchWords("a".repeat(5_000))).toEqual(["a".repeat(200)]);
    expect(searchWords("a ".repeat(100))).toHaveLength(16);
  });

  test("hold nothing that means something to a text search, whatever is typed", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 80 }), (search) => {
        expect(textQuery(searchWords(search))).toMatch(/^([\p{L}\p{N}]+:\*( & [\p{L}\p{N}]+:\*)*)?$/u);
      }),
    );
  });
});

describe("the slug of a clinic's own item", () => {
  test.each([
    ["Towel scrunch", "towel-scrunch~1234567890ab"],
    ["  Étirement (du mollet)! ", "etirement-du-mollet~1234567890ab"],
    ["膝の運動", "exercise~1234567890ab"],
    ["~~~", "exercise~1234567890ab"],
  ])("of %j is %j", (name, slug) => expect(ownSlug(name, ID, "exercise")).toBe(slug));

  test("of an article without a plain letter says what it is", () => {
    expect(ownSlug("膝", ID, "article")).toBe("article~1234567890ab");
  });

  test("is never one that could ship, and fits a plan's line", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), fc.uuid(), (name, id) => {
        const slug = ownSlug(name, id, "exercise");
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*~[a-f0-9]{12}$/);
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

test("a copy's name says so, and fits", () => {
  expect(copyName("Clamshell")).toBe("Clamshell (copy)");
  expect(copyName("x".repeat(60))).toBe(`${"x".repeat(53)} (copy)`);
  expect(copyName("x".repeat(100), 100)).toBe(`${"x".repeat(93)} (copy)`);
});
