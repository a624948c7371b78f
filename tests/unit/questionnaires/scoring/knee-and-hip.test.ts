import { describe, expect, it } from "vitest";
import { ask, askScores, askTotal, filled, HOOS_SIZES, KOOS_SIZES, partly, repeat } from "./ask";

const WOMAC_SIZES = { pain: 5, stiffness: 2, function: 17 } as const;

describe("womac", () => {
  it("gives the shape of the format", () => {
    const answers = { pain: [4, 3, 2, 1, 3], stiffness: [1, 2], function: repeat(17, 1) };
    expect(ask({ id: "a", instrument: "womac", scale: "likert", rule: "guide", answers })).toEqual({
      id: "a",
      instrument: "womac",
      scores: {
        pain: { raw: 13, range: [0, 20], worst100: 65, best100: 35, answered: 5, imputed: 0, reason: null },
        stiffness: { raw: 3, range: [0, 8], worst100: 37.5, best100: 62.5, answered: 2, imputed: 0, reason: null },
        function: { raw: 17, range: [0, 68], worst100: 25, best100: 75, answered: 17, imputed: 0, reason: null },
        total: { raw: 33, range: [0, 96], worst100: 34.375, best100: 65.625, reason: null },
      },
      flags: [],
      band: null,
    });
  });

  it("lets a missing answer take the mean of its subscale", () => {
    const scores = askScores("womac", { pain: [0, 1, null, 2, 3], stiffness: [3, null], function: repeat(17, 0) });
    expect(scores.pain).toMatchObject({ raw: 7.5, worst100: 37.5, answered: 4, imputed: 1, reason: null });
    expect(scores.stiffness).toMatchObject({ raw: 6, worst100: 75, answered: 1, imputed: 1 });
    expect(scores.total).toMatchObject({ raw: 13.5, worst100: 14.0625 });
  });

  it.each([
    ["likert", 4, [20, 8, 68, 96]],
    ["nrs", 10, [50, 20, 170, 240]],
    ["vas", 100, [500, 200, 1700, 2400]],
  ])("on %s up to %i has the published ranges", (scale, most, ends) => {
    const scores = askScores("womac", filled(WOMAC_SIZES, most), { scale });
    ["pain", "stiffness", "function", "total"].forEach((id, index) => {
      expect(scores[id]).toMatchObject({ raw: ends[index], range: [0, ends[index]], worst100: 100, best100: 0 });
    });
  });

  it("takes parts of a millimetre on a line and nowhere else", () => {
    const answers = filled(WOMAC_SIZES, 0, { pain: [12.5, 0, 0, 0, 0] });
    expect(askScores("womac", answers, { scale: "vas" }).pain).toMatchObject({ raw: 12.5, worst100: 2.5 });
    expect(ask({ instrument: "womac", scale: "nrs", answers })).toMatchObject({
      error: { code: "invalid-answer", subscale: "pain", item: 1 },
    });
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
  ])("by %s, %s of %i needs %i", (rule, id, count, needed) => {
    const withAnswered = (answered: number) =>
      askScores("womac", filled(WOMAC_SIZES, 2, { [id]: partly(answered, count, 3) }), { rule });
    expect(withAnswered(needed)[id]).toMatchObject({ raw: 3 * count, imputed: count - needed, reason: null });
    const allowed = count === needed ? "none" : `at most ${count - needed}`;
    const tooFew = withAnswered(needed - 1);
    expect(tooFew[id]).toMatchObject({
      raw: null,
      worst100: null,
      best100: null,
      answered: needed - 1,
      imputed: 0,
      reason: `${count - needed + 1} of ${count} missing, ${allowed} allowed`,
    });
    expect(tooFew.total).toMatchObject({ raw: null, worst100: null, reason: `no score for ${id}` });
  });

  it("counts what is missing in the reason: 4 of 17 missing, at most 3 allowed", () => {
    expect(askScores("womac", filled(WOMAC_SIZES, 1, { function: partly(13, 17, 1) })).function?.reason).toBe(
      "4 of 17 missing, at most 3 allowed",
    );
  });
});

describe("koos and hoos", () => {
  it("run from 100 (no trouble) to 0", () => {
    for (const [instrument, sizes] of [
      ["koos", KOOS_SIZES],
      ["hoos", HOOS_SIZES],
    ] as const) {
      for (const id of Object.keys(sizes)) {
        expect(askScores(instrument, filled(sizes, 0))[id]?.score).toBe(100);
        expect(askScores(instrument, filled(sizes, 3))[id]?.score).toBe(25);
        expect(askScores(instrument, filled(sizes, 4))[id]?.score).toBe(0);
      }
    }
  });

  it("take the mean of what is answered, not rounded", () => {
    const scores = askScores("koos", filled(KOOS_SIZES, 1, { pain: [4, 4, 3, 2, 2, 2, 2, 1, 1] }));
    expect(scores.pain).toEqual({ score: expect.closeTo(100 - (21 / 9) * 25, 9), answered: 9, reason: null });
    expect(askScores("koos", filled(KOOS_SIZES, 1, { qol: [1, null, 2, null] })).qol).toEqual({
      score: 62.5,
      answered: 2,
      reason: null,
    });
  });

  it.each([
    ["koos", "2012", KOOS_SIZES, { symptoms: 4, pain: 5, adl: 9, sport: 3, qol: 2 }],
    ["koos", "1998", KOOS_SIZES, { symptoms: 5, pain: 7, adl: 15, sport: 3, qol: 2 }],
    ["hoos", undefined, HOOS_SIZES, { symptoms: 3, pain: 5, adl: 9, sport: 2, qol: 2 }],
    ["koos-12", undefined, { pain: 4, function: 4, qol: 4 }, { pain: 2, function: 2, qol: 2 }],
    ["hoos-12", undefined, { pain: 4, function: 4, qol: 4 }, { pain: 2, function: 2, qol: 2 }],
  ])("%s %s needs the published number of answers", (instrument, rule, sizes: Record<string, number>, needs) => {
    for (const [id, needed] of Object.entries(needs)) {
      const count = sizes[id] ?? 0;
      const withAnswered = (answered: number) =>
        askScores(instrument, filled(sizes, 1, { [id]: partly(answered, count, 2) }), rule ? { rule } : {});
      expect(withAnswered(needed)[id]).toEqual({ score: 50, answered: needed, reason: null });
      expect(withAnswered(needed - 1)[id]).toEqual({
        score: null,
        answered: needed - 1,
        reason: `${count - needed + 1} of ${count} missing, at most ${count - needed} allowed`,
      });
    }
  });

  it("koos asks for 2012 unless told", () => {
    const answers = filled(KOOS_SIZES, 1, { pain: partly(5, 9, 2) });
    expect(askScores("koos", answers).pain?.score).toBe(50);
    expect(askScores("koos", answers, { rule: "1998" }).pain?.score).toBeNull();
  });

  it("short forms have the mean of three as a summary, and none when one is missing", () => {
    const answers = { pain: [0, 0, 0, 0], function: [4, 4, 4, 4], qol: [1, 1, null, 2] };
    const scores = askScores("koos-12", answers);
    expect(scores.summary).toEqual({
      score: expect.closeTo((100 + 0 + reversed(1, 1, 2)) / 3, 9),
      answered: 11,
      reason: null,
    });
    expect(askScores("hoos-12", { ...answers, qol: [1, null, null, null] }).summary).toEqual({
      score: null,
      answered: 9,
      reason: "no score for qol",
    });
  });
});

const reversed = (...given: number[]) => 100 - (given.reduce((sum, value) => sum + value, 0) / given.length) * 25;

describe("koos to womac", () => {
  it("takes pain from the last five, stiffness from the last two of symptoms, function from all of daily life", () => {
    const scores = askScores("koos-to-womac", {
      symptoms: [4, 4, 4, 4, 4, 1, 2],
      pain: [4, 4, 4, 4, 0, 1, 1, 1, 1],
      adl: repeat(17, 1),
      sport: repeat(5, null),
      qol: repeat(4, 4),
    });
    expect(scores).toEqual({
      pain: { raw: 4, range: [0, 20], worst100: 20, best100: 80, answered: 5, imputed: 0, reason: null },
      stiffness: { raw: 3, range: [0, 8], worst100: 37.5, best100: 62.5, answered: 2, imputed: 0, reason: null },
      function: { raw: 17, range: [0, 68], worst100: 25, best100: 75, answered: 17, imputed: 0, reason: null },
      total: { raw: 24, range: [0, 96], worst100: 25, best100: 75, reason: null },
    });
  });

  it("keeps the guide's rule", () => {
    const answers = filled(KOOS_SIZES, 1, { pain: [1, 1, 1, 1, null, null, 1, 1, 1], adl: partly(14, 17, 2) });
    const scores = askScores("koos-to-womac", answers);
    expect(scores.pain).toMatchObject({ raw: null, reason: "2 of 5 missing, at most 1 allowed" });
    expect(scores.function).toMatchObject({ raw: 34, imputed: 3 });
    expect(scores.total).toMatchObject({ raw: null, reason: "no score for pain" });
  });
});

describe("physical function short forms", () => {
  it.each([
    ["koos-ps", [0, 0, 0, 0, 0, 0, 0], 0, 0],
    ["koos-ps", [2, 2, 2, 2, 2, 1, 0], 11, 35.3],
    ["koos-ps", [2, 2, 2, 2, 2, 2, 2], 14, 40.3],
    ["koos-ps", [4, 4, 4, 4, 4, 4, 3], 27, 91.8],
    ["koos-ps", [4, 4, 4, 4, 4, 4, 4], 28, 100],
    ["hoos-ps", [0, 0, 0, 0, 0], 0, 0],
    ["hoos-ps", [1, 0, 0, 0, 0], 1, 4.6],
    ["hoos-ps", [2, 2, 2, 2, 2], 10, 37.7],
    ["hoos-ps", [4, 4, 4, 4, 4], 20, 100],
  ])("%s %j is %i, %f", (instrument, items, raw, worst100) => {
    const total = askTotal(instrument, items);
    expect(total).toEqual({ raw, worst100, best100: 100 - worst100, answered: items.length, reason: null });
  });

  it("rise at every step", () => {
    for (const [instrument, count] of [
      ["koos-ps", 7],
      ["hoos-ps", 5],
    ] as const) {
      let before = -1;
      for (let sum = 0; sum <= count * 4; sum += 1) {
        const items = Array.from({ length: count }, (_, index) => Math.min(4, Math.max(0, sum - index * 4)));
        const worst = Number(askTotal(instrument, items)?.worst100);
        expect(worst).toBeGreaterThan(before);
        before = worst;
      }
    }
  });

  it("need every item", () => {
    expect(askTotal("koos-ps", [2, 2, 2, 2, 2, 2, null])).toEqual({
      raw: null,
      worst100: null,
      best100: null,
      answered: 6,
      reason: "1 of 7 missing, none allowed",
    });
    expect(askTotal("hoos-ps", repeat(5, null))).toMatchObject({ raw: null, reason: "5 of 5 missing, none allowed" });
  });
});

describe("oks", () => {
  it("runs from 0 to 48, and up to two missing take the mean", () => {
    expect(askTotal("oks", repeat(12, 4))).toEqual({ score: 48, answered: 12, reason: null });
    expect(askTotal("oks", repeat(12, 0))?.score).toBe(0);
    expect(askTotal("oks", partly(10, 12, 3))).toEqual({ score: 36, answered: 10, reason: null });
    expect(askTotal("oks", partly(9, 12, 3))).toEqual({
      score: null,
      answered: 9,
      reason: "3 of 12 missing, at most 2 allowed",
    });
  });
});
