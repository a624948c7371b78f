import { describe, expect, test } from "vitest";
import { paperKeys } from "@/components/questionnaires/paper-keys";
import {
  enteredCount,
  numberIn,
  type PaperValues,
  paperDefaults,
  readPaper,
} from "@/components/questionnaires/paper-values";
import { wholeAnswers } from "@/lib/questionnaires/paper-answers";
import { answersTo, INDEX, ITEM_IDS } from "./instrument";

const ends = { least: 0, most: 10, lowLabel: "Cannot", highLabel: "Easily" };
const instrument = { ...INDEX, slug: "index" };
const part = (id: string) => ({ id, title: id, stem: "", meaning: "", minimumAnswered: 1 });
const ACTIVITIES = {
  slug: "activities",
  scale: { kind: "named" as const, ...ends, prompt: "Name it" },
  subscales: [
    {
      ...part("a"),
      items: [
        { id: "first", text: "First" },
        { id: "second", text: "Second" },
      ],
    },
  ],
};
const LINE = {
  slug: "line",
  scale: { kind: "vas" as const, ...ends, most: 100 },
  subscales: [{ ...part("l"), items: [{ id: "line", text: "Line" }] }],
};

describe("answers as they would be kept", () => {
  test("hold every item, null where nothing was given", () => {
    const { answers, given, fieldErrors } = wholeAnswers(instrument, answersTo("pain", [0, null, 4]), {});
    expect(Object.keys(answers)).toEqual(ITEM_IDS);
    expect(answers).toMatchObject({ "pain-1": 0, "pain-2": null, "pain-3": 4, "function-17": null });
    expect(given).toBe(2);
    expect(fieldErrors).toEqual({});
  });

  test.each([5, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%s is named where it stands", (value) => {
    expect(wholeAnswers(instrument, { "pain-1": value }, {}).fieldErrors).toEqual({
      "answers.pain-1": "Enter a whole number from 0 to 4.",
    });
  });

  test("a place on a line may lie between two steps", () => {
    expect(wholeAnswers(LINE, { line: 43.5 }, {}).fieldErrors).toEqual({});
    expect(wholeAnswers(LINE, { line: 100.1 }, {}).fieldErrors).toEqual({
      "answers.line": "Enter a number from 0 to 100.",
    });
  });

  test("what the questionnaire does not ask is named, whatever every object has by itself", () => {
    const { fieldErrors } = wholeAnswers(instrument, { "pain-9": 1, toString: 1 }, { other: "Mine" });
    expect(Object.keys(fieldErrors).sort()).toEqual(["answers.other", "answers.pain-9", "answers.toString"]);
  });

  test("an activity keeps its name without a number; a number needs a name; other questions take none", () => {
    const whole = wholeAnswers(ACTIVITIES, { first: 3 }, { second: "  Kneeling " });
    expect(whole.names).toEqual({ second: "Kneeling" });
    expect(whole.fieldErrors).toEqual({ "names.first": "Name the activity." });
    expect(wholeAnswers(instrument, {}, { "pain-1": "Mine" }).fieldErrors).toHaveProperty(["names.pain-1"]);
  });
});

test.each([
  ["", null],
  ["  ", null],
  ["7", 7],
  [" 43,5 ", 43.5],
  ["43.5", 43.5],
  ["-3", -3],
  ["seven", Number.NaN],
  ["1e3", Number.NaN],
  ["0x10", Number.NaN],
  ["7 8", Number.NaN],
])("%j is read as %j", (text, value) => expect(numberIn(text)).toBe(value));

describe("the form", () => {
  const sending = { id: "0195f0a0-0000-7000-8000-000000000001", patientId: "0195f0a0-0000-7000-8000-000000000002" };
  const first = { ...sending, correctsId: null, today: "2026-03-02" };
  const filled = (changes: Partial<PaperValues> = {}): PaperValues => ({
    ...paperDefaults(instrument, null),
    answeredOn: "2026-03-01",
    ...changes,
  });
  const with2 = { answers: { ...filled().answers, "pain-1": "2" } };

  test("opens empty, or with what was entered before, 0 included", () => {
    expect(enteredCount(instrument, filled().answers)).toBe(0);
    const before = { responseId: "r", answeredOn: "2026-02-20", answers: { "pain-1": 0, "pain-2": null }, names: {} };
    const values = paperDefaults(instrument, before);
    expect(values).toMatchObject({ answeredOn: "2026-02-20", answers: { "pain-1": "0", "pain-2": "" } });
    expect(enteredCount(instrument, values.answers)).toBe(1);
  });

  test("sends every item, and no reason with a first entry", () => {
    const { input, fieldErrors, message } = readPaper(instrument, filled(with2), first);
    expect(fieldErrors).toEqual({});
    expect(message).toBeUndefined();
    expect(input).toMatchObject({ slug: "index", answeredOn: "2026-03-01", answers: { "pain-1": 2, "pain-2": null } });
    expect(input).not.toHaveProperty("reason");
  });

  test("is refused blank, without a day, on a day to come, and where an answer cannot be", () => {
    expect(readPaper(instrument, filled(), first).message).toBe("Enter at least one answer before you save.");
    const errors = (changes: Partial<PaperValues>) =>
      Object.keys(readPaper(instrument, filled({ ...with2, ...changes }), first).fieldErrors);
    expect(errors({ answeredOn: "" })).toEqual(["answeredOn"]);
    expect(errors({ answeredOn: "2026-03-03" })).toEqual(["answeredOn"]);
    expect(errors({ answers: { ...filled().answers, "pain-1": "many", "pain-2": "9" } }).sort()).toEqual([
      "answers.pain-1",
      "answers.pain-2",
    ]);
  });

  test("a correction asks for its reason", () => {
    const correcting = { ...first, correctsId: "0195f0a0-0000-7000-8000-000000000003" };
    expect(Object.keys(readPaper(instrument, filled(with2), correcting).fieldErrors)).toEqual(["reason"]);
    const right = readPaper(instrument, filled({ ...with2, reason: "Misread" }), correcting);
    expect(right.fieldErrors).toEqual({});
    expect(right.input).toMatchObject({ correctsId: correcting.correctsId, reason: "Misread" });
  });
});

test("keys are the numbers of the answers, or their places", () => {
  const keys = (...values: number[]) => paperKeys(values.map((value) => ({ value })));
  expect(keys(0, 1, 2, 3, 4)).toEqual(["0", "1", "2", "3", "4"]);
  expect(keys(1, 0)).toEqual(["1", "0"]);
  expect(keys(-3, -2, -1, 0, 1, 2, 3)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
  expect(keys(0, 10)).toEqual(["1", "2"]);
});
