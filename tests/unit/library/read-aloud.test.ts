import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenVoice, paragraphsOf, spokenPieces } from "@/lib/library/read-aloud";

const ARTICLE = {
  title: "A steady knee",
  whyItMatters: "It carries you.",
  keyPoints: ["Train the hip.", "Be patient."],
  whenToGetHelp: { emergency: ["You are short of breath. Ring 999."], soon: ["Your calf is swollen. Ring 111 today."] },
  body: "## What it is\n\nA knee that **gives way**.\n\n- On stairs\n- On grass\n\n## What to do\n\nSee [the plan](https://example.org/1999).",
};

describe("what is read aloud", () => {
  test("is the title, why, the points, the text and when to get help, in that order and nothing else", () => {
    expect(spokenPieces(ARTICLE).map(({ slug, text }) => `${slug}: ${text}`)).toEqual([
      "why-it-matters: A steady knee",
      "why-it-matters: Why it matters",
      "why-it-matters: It carries you.",
      "the-main-points: The main points",
      "the-main-points: Train the hip.",
      "the-main-points: Be patient.",
      "what-it-is: What it is",
      "what-it-is: A knee that gives way.",
      "what-it-is: On stairs",
      "what-it-is: On grass",
      "what-to-do: What to do",
      "what-to-do: See the plan.",
      "when-to-get-help: When to get help",
      "when-to-get-help: At once.",
      "when-to-get-help: You are short of breath. Ring nine nine nine.",
      "when-to-get-help: Soon.",
      "when-to-get-help: Your calf is swollen. Ring one one one today.",
    ]);
  });

  test("comes in pieces no voice cuts short, without a word lost", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 1, maxLength: 300 });
    const sentence = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 60 }), fc.constantFrom(".", "?", "!", ", and", ":"))
      .map(([words, end]) => words.join(" ") + end);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const pieces = spokenPieces({ ...ARTICLE, body: `## Part\n\n${sentences.join(" ")}` })
          .filter(({ slug }) => slug === "part")
          .map(({ text }) => text)
          .slice(1);
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= 220)).toBe(true);
        expect(pieces.join("").replace(/\s/g, "")).toBe(sentences.join("").replace(/\s/g, ""));
      }),
    );
  });

  test.each([
    ["one line\nand the next", ["one line and the next"]],
    ["- one\n  and more\n- *two*\n\n1. three\n2) four", ["one and more", "two", "three", "four"]],
    ["### Small heading\nText", ["Small heading", "Text"]],
    ["> said\n> again", ["said again"]],
    ["| Pain | Do |\n|:-----|---:|\n| 0 to 3 | Go on |", ["Pain, Do", "0 to 3, Go on"]],
    ["![a picture](x.png)\n\n---\n\n~~old~~ `code` snake_case _word_", ["old code snake_case word"]],
    ["2019 was a year - or not", ["2019 was a year - or not"]],
    ["", []],
  ])("%j is said as %j", (markdown, said) => {
    expect(paragraphsOf(markdown)).toEqual(said);
  });
});

describe("the voice", () => {
  const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });

  test.each([
    ["British before American", [voice("en-US", true, true), voice("en-GB", false)], "en-GB"],
    ["as Android writes it", [voice("en-US"), voice("en_GB")], "en_GB"],
    ["any English before none", [voice("de-DE", true, true), voice("en-AU")], "en-AU"],
  ])("%s", (_, voices, lang) => {
    expect(chosenVoice(voices)?.lang).toBe(lang);
  });

  test("one of the device's own before one from afar, and none at all where none speaks English", () => {
    const own = voice("en-GB", true);
    expect(chosenVoice([voice("en-GB", false, true), own])).toBe(own);
    expect(chosenVoice([voice("fr-FR"), voice("eng")])).toBeNull();
    expect(chosenVoice([])).toBeNull();
  });
});
