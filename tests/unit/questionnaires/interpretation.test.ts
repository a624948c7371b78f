import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reference } from "@/lib/questionnaires/instrument-schema";
import {
  displayScore,
  improvement,
  interpretChange,
  interpretScore,
  meetsThreshold,
  referenceInWords,
} from "@/lib/questionnaires/interpretation";
import { DIRECTIONS } from "@/lib/questionnaires/vocabulary";

const HUNDRED = { least: 0, most: 100 };
const shown = (value: number, ends = HUNDRED) => ({ value, reason: null, ...ends });
const tooFew = { value: null, reason: "3 of 5 answered, at least 4 needed", ...HUNDRED };
const lower = "lower-is-better" as const;
const higher = "higher-is-better" as const;

const reference: Reference = {
  kind: "mic",
  subscale: "function",
  value: -9.1,
  scale: "0-100, 0 best",
  population: "Knee osteoarthritis",
  source: "Tubach 2005",
  instrument: "WOMAC function",
};

describe("interpretScore", () => {
  it("says the number and the direction", () => {
    expect(interpretScore("Pain", shown(40), lower)).toBe("Pain: 40 of 100. Lower is better.");
    expect(interpretScore("Sport", shown(0), higher)).toBe("Sport: 0 of 100. Higher is better.");
  });

  it("says what was missing when there is no score", () => {
    expect(interpretScore("Pain", tooFew, lower)).toBe(
      "Pain: too little was answered to score this part (3 of 5 answered, at least 4 needed).",
    );
    expect(interpretScore("Pain", { ...tooFew, reason: null }, lower)).toBe(
      "Pain: too little was answered to score this part.",
    );
  });
});

describe("interpretChange", () => {
  const say = (now: number, first: number, direction = lower as (typeof DIRECTIONS)[number]) =>
    interpretChange({ title: "Pain", now: shown(now), first: shown(first), direction }).sentence;

  it.each([
    [40, 62, lower, "Pain: 40 of 100, was 62. Lower is better, so this is 22 better."],
    [62, 40, lower, "Pain: 62 of 100, was 40. Lower is better, so this is 22 worse."],
    [40, 62, higher, "Pain: 40 of 100, was 62. Higher is better, so this is 22 worse."],
    [62, 40, higher, "Pain: 62 of 100, was 40. Higher is better, so this is 22 better."],
    [40, 40, lower, "Pain: 40 of 100, was 40. Lower is better, so this is no change."],
    [0, 100, lower, "Pain: 0 of 100, was 100. Lower is better, so this is 100 better."],
  ])("%d after %d, %s", (now, first, direction, words) => expect(say(now, first, direction)).toBe(words));

  it("says a difference that adds up with the numbers it says, and keeps the exact one as a number", () => {
    const change = interpretChange({ title: "Pain", now: shown(40.4), first: shown(62.5), direction: lower });
    expect(change.sentence).toBe("Pain: 40 of 100, was 63. Lower is better, so this is 23 better.");
    expect(change.improvement).toBeCloseTo(22.1, 12);
  });

  it("compares with nothing when there is no first score", () => {
    const alone = { title: "Pain", now: shown(40), direction: lower };
    expect(interpretChange({ ...alone, first: null })).toEqual({
      sentence: "Pain: 40 of 100. Lower is better.",
      improvement: null,
      referenceLines: [],
    });
    expect(interpretChange({ ...alone, first: tooFew })).toEqual({
      sentence:
        "Pain: 40 of 100. Lower is better. The first answers were too few to score, so there is nothing to compare with.",
      improvement: null,
      referenceLines: [],
    });
  });

  it("says what was missing now", () => {
    const change = interpretChange({ title: "Pain", now: tooFew, first: shown(62), direction: lower });
    expect(change.sentence).toContain(
      "too little was answered to score this part (3 of 5 answered, at least 4 needed)",
    );
    expect(change.improvement).toBeNull();
  });

  it.each([
    [2.4, 6.2, { least: 0, most: 10 }, "Pain: 2.4 of 10, was 6.2. Lower is better, so this is 3.8 better."],
    [3, 3.04, { least: 0, most: 7 }, "Pain: 3 of 7, was 3. Lower is better, so this is no change."],
    [-1, 2, { least: -3, most: 3 }, "Pain: -1 (from -3 to 3), was 2. Lower is better, so this is 3 better."],
    [12, 30, { least: 11, most: 44 }, "Pain: 12 (from 11 to 44), was 30. Lower is better, so this is 18 better."],
  ])("says %d after %d on a scale of its own", (now, first, ends, words) => {
    const change = { title: "Pain", now: shown(now, ends), first: shown(first, ends), direction: lower };
    expect(interpretChange(change).sentence).toBe(words);
  });

  it("marks a figure of another instrument as such, and draws no verdict from it", () => {
    const change = { title: "Daily life", direction: lower, references: [reference] };
    const small = interpretChange({ ...change, now: shown(60), first: shown(62) });
    const large = interpretChange({ ...change, now: shown(20), first: shown(62) });
    expect(small.referenceLines).toEqual([
      "Reference from the licensed instrument (WOMAC function): a change of 9.1 was the least that mattered to people. Scale: 0-100, 0 best. People: Knee osteoarthritis. Source: Tubach 2005. It is not shown to hold for these questions.",
    ]);
    expect(large.referenceLines).toEqual(small.referenceLines);
    expect(large.sentence).not.toMatch(/9\.1|WOMAC/);
  });

  const where = "Reference: 9.1 points. Scale: 0-100, 0 best. People: Knee osteoarthritis. Source: Tubach 2005.";
  it.each([
    ["just below the figure", 42.91, "The change is smaller than what people usually notice."],
    ["at the figure", 42.9, "The change is at least what people usually notice."],
    ["just above it", 42.89, "The change is at least what people usually notice."],
    ["the same", 52, "The change is smaller than what people usually notice."],
    ["worse by less", 61.09, "The change is smaller than what people usually notice."],
    ["worse by as much", 61.1, "The score is worse by more than people usually notice when they improve."],
  ])("holds a change against a figure of the very instrument: %s", (_name, now, verdict) => {
    const change = { title: "Function", direction: lower, references: [reference], areOwn: true };
    expect(interpretChange({ ...change, now: shown(now), first: shown(52) }).referenceLines).toEqual([
      `${verdict} ${where}`,
    ]);
  });

  it.each([
    ["just below", 60.9, "within"],
    ["at it", 61, "larger than"],
    ["just below, worse", 43.1, "within"],
    ["at it, worse", 43, "larger than"],
  ])("and against measurement error on both sides: %s", (_name, now, verdict) => {
    const references = [{ ...reference, kind: "mdc" as const, value: 9 }];
    const change = { title: "Function", direction: higher, references, areOwn: true };
    const [line] = interpretChange({ ...change, now: shown(now), first: shown(52) }).referenceLines;
    expect(line).toContain(`The change is ${verdict} normal variation.`);
  });

  it("says a figure of the very instrument without a verdict where there is nothing to compare, and for a state", () => {
    const own = { title: "Function", direction: lower, now: shown(30), areOwn: true };
    expect(interpretChange({ ...own, first: null, references: [reference] }).referenceLines).toEqual([
      "A change of 9.1 was the least that mattered to people. Scale: 0-100, 0 best. People: Knee osteoarthritis. Source: Tubach 2005.",
    ]);
    const pass = { ...reference, kind: "pass" as const, value: 31 };
    expect(interpretChange({ ...own, first: shown(60), references: [pass] }).referenceLines[0]).toMatch(
      /^People called their state acceptable at about 31\./,
    );
  });

  it("has words for each kind of figure", () => {
    expect(referenceInWords({ ...reference, kind: "mdc", value: 13.4 })).toContain(
      "a change below 13.4 could be normal variation",
    );
    expect(referenceInWords({ ...reference, kind: "pass", value: 31 })).toContain(
      "people called their state acceptable at about 31",
    );
  });

  it("always says just one of better, worse and no change, as the numbers it says have it", () => {
    const points = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(points, points, fc.constantFrom(...DIRECTIONS), (now, first, direction) => {
        const sentence = say(now, first, direction);
        const gain = improvement(displayScore(now), displayScore(first), direction);
        const expected = gain === 0 ? "no change." : `${Math.abs(gain)} ${gain > 0 ? "better" : "worse"}.`;
        expect(sentence.endsWith(`so this is ${expected}`)).toBe(true);
        expect(sentence).not.toMatch(/-|NaN|\d\.\d/);
      }),
    );
  });
});

describe("displayScore", () => {
  it.each([
    [41.67, 42],
    [62.5, 63],
    [62.4999999999999, 63],
    [62.49, 62],
    [0, 0],
    [100, 100],
  ])("shows %d as %i", (value, whole) => expect(displayScore(value)).toBe(whole));

  it.each([
    [3.333333, 3.3],
    [6.25, 6.3],
    [6.2499999999999, 6.3],
    [-1.25, -1.2],
    [10, 10],
  ])("shows %d with one place on a scale of ten steps: %d", (value, rounded) => {
    expect(displayScore(value, { least: 0, most: 10 })).toBe(rounded);
  });
});

describe("meetsThreshold", () => {
  it.each([
    [3.2, 12.3, lower, 9.1, true],
    [42.9, 52, lower, 9.1, true],
    [43, 52, lower, 9.1, false],
    [52, 42.9, lower, 9.1, false],
    [0.3, 0.1, higher, 0.2, true],
    [40, 49, lower, 9.1, false],
    [50, 50, lower, 0, true],
  ])("%d after %d, %s, against %d: %s", (now, first, direction, threshold, meets) =>
    expect(meetsThreshold(now, first, direction, threshold)).toBe(meets),
  );

  it("compares decimals as decimals", () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        hundredths,
        hundredths,
        fc.nat(3000),
        fc.constantFrom(...DIRECTIONS),
        (now, first, threshold, direction) => {
          const exact = (direction === lower ? first - now : now - first) >= threshold;
          expect(meetsThreshold(now / 100, first / 100, direction, threshold / 100)).toBe(exact);
          const [at, over] =
            direction === lower
              ? [first - threshold, first - threshold + 1]
              : [first + threshold, first + threshold - 1];
          expect(meetsThreshold(at / 100, first / 100, direction, threshold / 100)).toBe(true);
          expect(meetsThreshold(over / 100, first / 100, direction, threshold / 100)).toBe(false);
        },
      ),
    );
  });
});
