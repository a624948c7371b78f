import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fleschKincaidGrade,
  plainText,
  readabilityInWords,
  readabilityOf,
  readingMinutes,
  readingText,
  wordsOf,
} from "@/lib/library/readability";
import { anyText } from "@/tests/support/any-text";

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

const PARTS = {
  summary: "Summary.",
  whyItMatters: "Why.",
  keyPoints: ["Point."],
  whenToGetHelp: { emergency: ["Emergency."], soon: ["Soon."] },
  questions: [{ question: "Question?", answer: "Answer." }],
  body: "## Heading\n\nBody.",
};

describe("the time an article takes", () => {
  test("counts every part that is read, and the marks of none", () => {
    expect(wordsOf(plainText(readingText(PARTS))).sort()).toEqual(
      ["Answer", "Body", "Emergency", "Heading", "Point", "Question", "Soon", "Summary", "Why"].sort(),
    );
  });

  test.each([
    [9, 1],
    [299, 1],
    [300, 2],
    [1000, 5],
  ])("with %i words in all is %i at 200 a minute", (words, minutes) => {
    const body = `${PARTS.body}\n\n${"word ".repeat(words - 9)}`;
    expect(readingMinutes({ ...PARTS, body })).toBe(minutes);
  });

  test("is a whole number of minutes, at least one, and no shorter with more to read", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (body, more) => {
        const before = readingMinutes({ ...PARTS, body });
        expect(Number.isInteger(before) && before >= 1).toBe(true);
        expect(readingMinutes({ ...PARTS, body, keyPoints: [more, ...PARTS.keyPoints] })).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });
});

describe("how hard a text is", () => {
  const EASY = "The cat sat on the mat. ".repeat(10);
  const MIDDLE =
    "Your shin must tip over your foot whenever you take the stairs or sit down on a low chair again. ".repeat(5);
  const HARD =
    "Compensatory biomechanical adaptations necessitate individualised neuromuscular rehabilitation. ".repeat(8);

  test.each([
    ["Too few words to tell.", null, "Write a little more to see how easy it is to read."],
    ["", null, "Write a little more to see how easy it is to read."],
    [EASY, 7, "Reads at about age 7 or younger."],
    [MIDDLE, 11, "Reads at about age 11."],
    [HARD, 18, "Reads at about age 18 or older."],
  ])("%j", (text, age, words) => {
    const found = readabilityOf(text);
    expect(found).toMatchObject({ age, words: wordsOf(text).length, isHard: age !== null && age > 11 });
    expect(readabilityInWords(found)).toBe(words);
  });

  test("is told of any text whatever, and never throws", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 600 }), (text) => {
        const { age } = readabilityOf(text);
        if (age !== null) expect(age >= 7 && age <= 18).toBe(true);
      }),
    );
  });
});
