import { expect, test } from "vitest";
import { fleschKincaidGrade, plainText, wordsOf } from "@/tests/support/readability";

test("a sentence of six one-syllable words", () => {
  expect(fleschKincaidGrade("The cat sat on the mat.")).toBeCloseTo(0.39 * 6 + 11.8 * 1 - 15.59, 6);
});

test("two sentences and words of several syllables", () => {
  // mus-cle, walked, ex-er-ci-ses, tired: 8 syllables in 4 words.
  expect(fleschKincaidGrade("Muscle walked. Exercises tired.")).toBeCloseTo(0.39 * 2 + 11.8 * 2 - 15.59, 6);
});

test("long words in one long sentence score far above the ceiling", () => {
  const hard =
    "Compensatory biomechanical adaptations following ligamentous insufficiency necessitate individualised neuromuscular rehabilitation";
  expect(fleschKincaidGrade(hard)).toBeGreaterThan(20);
});

test("Markdown's marks are not words, and a heading or a list item ends as a sentence does", () => {
  const markdown = "## Two kinds\n\n- **one** [link](https://example.org/a-b)\n- two;\n- three";
  expect(plainText(markdown)).toBe("Two kinds.\n\none link.\ntwo.\nthree.");
  expect(wordsOf("It's knock-kneed, 12 times.")).toEqual(["It's", "knock-kneed", "12", "times"]);
});

test("nothing cannot be measured", () => {
  expect(() => fleschKincaidGrade(" \n")).toThrow(RangeError);
});
