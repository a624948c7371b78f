import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { firstWords } from "@/lib/messages/first-words";
import { askSchema } from "@/lib/messages/schemas";

describe("the first words of a question", () => {
  test.each([
    ["May I swim?", "May I swim?"],
    ["  Two\n\nlines\tof it ", "Two lines of it"],
    [`${"walk ".repeat(12)}home`, `${"walk ".repeat(12).trim()}…`],
    [`${"a".repeat(59)} b`, `${"a".repeat(59)}…`],
    [
      "It hurts when I climb the stairs to the attic, but only then, and only a bit",
      "It hurts when I climb the stairs to the attic, but only…",
    ],
    ["x".repeat(61), `${"x".repeat(60)}…`],
    ["🦵".repeat(61), `${"🦵".repeat(60)}…`],
  ])("of %j are %j", (text, words) => {
    expect(firstWords(text)).toBe(words);
  });
});

describe("what may be sent", () => {
  const parse = (body: unknown) => askSchema.safeParse({ id: newId(), planItemId: newId(), body });

  test.each([
    ["  May I swim?\r\nAnd run?  ", "May I swim?\nAnd run?"],
    ["zero\u0000 and \u202eturned and half \ud83e", "zero and turned and half"],
    ["ż".repeat(2000), "ż".repeat(2000)],
  ])("%j is kept as it was meant", (typed, kept) => {
    expect(parse(typed).data?.body).toBe(kept);
  });

  test.each([
    ["", "Write your question first."],
    [" \n\u0000 ", "Write your question first."],
    [undefined, "Write your question first."],
    [7, "Write your question first."],
    ["a".repeat(2001), "At most 2,000 characters."],
  ])("%j is refused in plain words", (typed, message) => {
    expect(parse(typed).error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[["body"], message]]);
  });
});
