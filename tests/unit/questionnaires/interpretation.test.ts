import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  displayScore,
  improvement,
  interpretChange,
  interpretScore,
  meetsThreshold,
  referenceInWords,
} from "@/lib/questionnaires/interpretation";
import type { Instrument } from "@/lib/questionnaires/schemas";
import { DIRECTIONS } from "@/lib/questionnaires/vocabulary";

const shown = (value: number) => ({ value, reason: null });
const tooFew = { value: null, reason: "3 of 5 answered, at least 4 needed" };
const lower = "lower-is-better" as const;
const higher = "higher-is-better" as const;

const reference: Instrument["references"][number] = {
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
    expect(interpretScore("Pain", { value: null, reason: null }, lower)).toBe(
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
      referenceLine: null,
    });
    expect(interpretChange({ ...alone, first: tooFew })).toEqual({
      sentence:
        "Pain: 40 of 100. Lower is better. The first answers were too few to score, so there is nothing to compare with.",
      improvement: null,
      referenceLine: null,
    });
  });

  it("says what was missing now", () => {
    const change = interpretChange({ title: "Pain", now: tooFew, first: shown(62), direction: lower });
    expect(change.sentence).toContain(
      "too little was answered to score this part (3 of 5 answered, at least 4 needed)",
    );
    expect(change.improvement).toBeNull();
  });

  it("marks a published figure as the licensed instrument's, and draws no verdict from it", () => {
    const change = { title: "Daily life", direction: lower, reference };
    const small = interpretChange({ ...change, now: shown(60), first: shown(62) });
    const large = interpretChange({ ...change, now: shown(20), first: shown(62) });
    expect(small.referenceLine).toBe(
      "Reference from the licensed instrument (WOMAC function): a change of 9.1 was the least that mattered to people. Scale: 0-100, 0 best. People: Knee osteoarthritis. Source: Tubach 2005. It is not shown to hold for these questions.",
    );
    expect(large.referenceLine).toBe(small.referenceLine);
    expect(large.sentence).not.toMatch(/9\.1|WOMAC/);
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
