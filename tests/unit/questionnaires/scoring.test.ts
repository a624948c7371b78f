import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "@/lib/questionnaires/instrument-schema";
import { InvalidAnswerError, type OwnScore, score, shownScore } from "@/lib/questionnaires/scoring";
import { answersTo, anyAnswers, INDEX, ITEM_IDS } from "./instrument";

const part = (found: OwnScore, id: string) => found.subscales.find((subscale) => subscale.id === id);
const repeat = (count: number, value: number | null): (number | null)[] => Array.from({ length: count }, () => value);

describe("score", () => {
  it("adds up full answers", () => {
    const answers = {
      ...answersTo("pain", [0, 1, 2, 3, 4]),
      ...answersTo("stiffness", [1, 3]),
      ...answersTo("function", repeat(17, 2)),
    };
    expect(score(INDEX, answers)).toEqual({
      subscales: [
        { id: "pain", raw: 10, range: [0, 20], worst100: 50, best100: 50, answered: 5, imputed: 0, reason: null },
        { id: "stiffness", raw: 4, range: [0, 8], worst100: 50, best100: 50, answered: 2, imputed: 0, reason: null },
        { id: "function", raw: 34, range: [0, 68], worst100: 50, best100: 50, answered: 17, imputed: 0, reason: null },
      ],
      total: { raw: 48, range: [0, 96], worst100: 50, best100: 50, reason: null },
    });
  });

  it.each([
    [0, 0, 100],
    [4, 100, 0],
  ])("gives the ends of the scale for all %i", (value, worst100, best100) => {
    const found = score(INDEX, Object.fromEntries(ITEM_IDS.map((id) => [id, value])));
    for (const one of [...found.subscales, found.total]) expect(one).toMatchObject({ worst100, best100, reason: null });
  });

  it("gives a missing answer the mean of the answered ones and never 0", () => {
    expect(part(score(INDEX, answersTo("pain", [4, null, 4, 4, 4])), "pain")).toEqual({
      id: "pain",
      raw: 20,
      range: [0, 20],
      worst100: 100,
      best100: 0,
      answered: 4,
      imputed: 1,
      reason: null,
    });
    // Mean 13/16 over 17 items, not rounded.
    const given = [...repeat(13, 1), ...repeat(3, 0), null];
    expect(part(score(INDEX, answersTo("function", given)), "function")?.raw).toBeCloseTo((13 / 16) * 17, 12);
  });

  it.each([
    ["guide", "pain", 5, 4],
    ["guide", "stiffness", 2, 1],
    ["guide", "function", 17, 14],
    ["half", "pain", 5, 3],
    ["half", "stiffness", 2, 1],
    ["half", "function", 17, 9],
    ["complete", "pain", 5, 5],
    ["complete", "stiffness", 2, 2],
    ["complete", "function", 17, 17],
  ] as const)("by %s, %s of %i needs %i", (rule, id, count, needed) => {
    const withAnswered = (answered: number) =>
      part(score(INDEX, answersTo(id, [...repeat(answered, 3), ...repeat(count - answered, null)]), rule), id);
    expect(withAnswered(needed)).toMatchObject({
      raw: 3 * count,
      answered: needed,
      imputed: count - needed,
      reason: null,
    });
    expect(withAnswered(needed - 1)).toMatchObject({
      raw: null,
      worst100: null,
      best100: null,
      answered: needed - 1,
      imputed: 0,
      reason: `${needed - 1} of ${count} answered, at least ${needed} needed`,
    });
  });

  it("uses the instrument's own rule unless told another", () => {
    const answers = answersTo("pain", [1, 1, 1, null, null]);
    expect(part(score(INDEX, answers), "pain")?.raw).toBeNull();
    expect(part(score({ ...INDEX, missingRule: "half" }, answers), "pain")?.raw).toBe(5);
  });

  it("has no total while a part has no score, and names the parts", () => {
    const answers = { ...answersTo("pain", repeat(5, 1)), ...answersTo("stiffness", [1, null]) };
    expect(score(INDEX, answers).total).toEqual({
      raw: null,
      range: [0, 96],
      worst100: null,
      best100: null,
      reason: "no score for Daily life",
    });
  });

  it("scores nothing from nothing, whether items are null or absent", () => {
    const absent = score(INDEX, {});
    expect(absent).toEqual(score(INDEX, Object.fromEntries(ITEM_IDS.map((id) => [id, null]))));
    expect(absent.total?.reason).toBe("no score for Pain, Stiffness, Daily life");
    const careless = { ...INDEX, subscales: INDEX.subscales.map((subscale) => ({ ...subscale, minimumAnswered: 0 })) };
    expect(score(careless, {}).subscales.map(({ raw }) => raw)).toEqual([null, null, null]);
  });

  it("counts from the lowest answer of a scale that does not begin at 0", () => {
    const options = [1, 2, 3, 4].map((value) => ({ value, label: `Level ${value}` }));
    const key = { ...INDEX, scale: { kind: "likert" as const, options } };
    expect(part(score(key, answersTo("stiffness", [1, 1])), "stiffness")).toMatchObject({
      raw: 2,
      range: [2, 8],
      worst100: 0,
    });
    expect(part(score(key, answersTo("stiffness", [4, 4])), "stiffness")).toMatchObject({ raw: 8, worst100: 100 });
    expect(() => score(key, answersTo("stiffness", [0, 1]))).toThrow(InvalidAnswerError);
  });
});

describe("an instrument as its data say", () => {
  const answers = {
    ...answersTo("pain", [3, 3, 4, null, 4]),
    ...answersTo("stiffness", [1, 3]),
    ...answersTo("function", repeat(17, 1)),
  };

  it("turns 0-100 round where a high answer is a good one, and keeps the raw score", () => {
    const found = score({ ...INDEX, itemDirection: "higher-is-better" }, answers);
    expect(part(found, "pain")).toMatchObject({ raw: 17.5, worst100: 12.5, best100: 87.5 });
    expect(found.total?.worst100).toBeCloseTo(100 - (score(INDEX, answers).total?.worst100 ?? 0), 12);
  });

  it("gives a part its mean on the scale of the answers", () => {
    const [pain, ...others] = INDEX.subscales;
    if (!pain) throw new Error("no part");
    const found = score({ ...INDEX, subscales: [{ ...pain, formula: "mean" }, ...others] }, answers);
    expect(part(found, "pain")).toMatchObject({ raw: 3.5, range: [0, 4], worst100: 87.5, imputed: 1 });
  });

  it("has no total, or their mean, where it says so; a part without a score is in neither", () => {
    const [pain, stiffness, daily] = INDEX.subscales;
    if (!pain || !stiffness || !daily) throw new Error("no parts");
    expect(score({ ...INDEX, total: "none" }, answers).total).toBeNull();
    const subscales = [{ ...pain, formula: "none" as const }, stiffness, daily];
    const found = score({ ...INDEX, total: "mean", subscales }, answers);
    expect(found.subscales.map(({ id }) => id)).toEqual(["stiffness", "function"]);
    expect(found.total).toMatchObject({ raw: 10.5, range: [0, 38] });
  });

  it("takes the scale of a part before the instrument's", () => {
    const [pain, ...others] = INDEX.subscales;
    if (!pain) throw new Error("no part");
    const scale = { kind: "nrs" as const, least: 0, most: 10, lowLabel: "None", highLabel: "Most" };
    const key = { ...INDEX, subscales: [{ ...pain, scale }, ...others] };
    expect(part(score(key, answersTo("pain", repeat(5, 10))), "pain")).toMatchObject({ raw: 50, range: [0, 50] });
    expect(() => score(key, answersTo("stiffness", [5, 1]))).toThrow(InvalidAnswerError);
  });
});

describe("answers nobody could have given", () => {
  const errorOf = (answers: Answers): unknown => {
    try {
      score(INDEX, answers);
    } catch (error) {
      return error;
    }
    return null;
  };

  it.each([
    ["above the scale", { "pain-1": 5 }, "pain", 1],
    ["below it", { "function-17": -1 }, "function", 17],
    ["between its steps", { "stiffness-2": 1.5 }, "stiffness", 2],
    ["no number", { "pain-3": Number.NaN }, "pain", 3],
    ["endless", { "pain-3": Number.POSITIVE_INFINITY }, "pain", 3],
    ["text that looks like a number", JSON.parse('{"pain-2":"3"}'), "pain", 2],
    ["a yes", JSON.parse('{"pain-2":true}'), "pain", 2],
    ["of an unknown item", { "pain-6": 1 }, null, null],
    ["of an unknown item, though not answered", { "pain-6": null }, null, null],
    ["of an item called like a part of every object", JSON.parse('{"__proto__":1,"constructor":2}'), null, null],
  ])("refuses an answer %s and names its place", (_, answers, subscale, item) => {
    const error = errorOf({ ...answersTo("function", repeat(16, 2)), ...answers });
    expect(error).toBeInstanceOf(InvalidAnswerError);
    expect(error).toMatchObject({ subscale, item });
  });

  it("says nothing of what was answered", () => {
    expect(errorOf({ "pain-1": 77 })).toMatchObject({ message: "pain, item 1: not on the scale", itemId: "pain-1" });
  });

  it("refuses any number that is no answer of the scale", () => {
    const off = fc.oneof(
      fc.integer({ min: 5 }),
      fc.integer({ max: -1 }),
      fc.double().filter((value) => !Number.isInteger(value)),
    );
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ITEM_IDS), off, (answers, id, value) => {
        expect(() => score(INDEX, { ...answers, [id]: value })).toThrow(InvalidAnswerError);
      }),
    );
  });
});

describe("shownScore", () => {
  it("turns the kept score to the way an instrument shows people", () => {
    expect(shownScore(40, "lower-is-better")).toBe(40);
    expect(shownScore(40, "higher-is-better")).toBe(60);
    expect(shownScore(0, "lower-is-better")).toBe(0);
    expect(shownScore(null, "higher-is-better")).toBeNull();
  });
});
