import { describe, expect, it } from "vitest";
import { ask, askScores, askTotal, partly, repeat } from "./ask";

const ticks = (count: number) => [...repeat(count, true), ...repeat(24 - count, false)];

describe("rmdq", () => {
  it("counts the ticks", () => {
    expect(askTotal("rmdq", ticks(0))).toEqual({ score: 0, answered: 24, reason: null });
    expect(askTotal("rmdq", ticks(11))).toEqual({ score: 11, answered: 24, reason: null });
    expect(askTotal("rmdq", ticks(24))?.score).toBe(24);
    expect(askTotal("rmdq", partly(7, 24, true))).toEqual({ score: 7, answered: 7, reason: null });
  });

  it("scores nothing from a form nobody filled in", () => {
    expect(askTotal("rmdq", repeat(24, null))).toEqual({
      score: null,
      answered: 0,
      reason: "24 of 24 missing, at most 23 allowed",
    });
  });

  it("in proportion, is the ticks in a hundred answered items, for any length", () => {
    expect(askTotal("rmdq", [1, 0, 0, 1, null], "proportional")).toEqual({ score: 50, answered: 4, reason: null });
    expect(askTotal("rmdq", repeat(23, 1), "proportional")?.score).toBe(100);
    expect(askTotal("rmdq", [...repeat(6, true), ...repeat(18, false)], "proportional")?.score).toBe(25);
    expect(askTotal("rmdq", repeat(30, 0), "proportional")?.score).toBe(0);
    expect(askTotal("rmdq", [null, null], "proportional")).toMatchObject({ score: null, answered: 0 });
  });
});

describe("odi", () => {
  it.each([
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 20, "minimal"],
    [[2, 1, 1, 1, 1, 1, 1, 1, 1, 1], 22, "moderate"],
    [repeat(10, 2), 40, "moderate"],
    [[3, ...repeat(9, 2)], 42, "severe"],
    [repeat(10, 3), 60, "severe"],
    [[4, ...repeat(9, 3)], 62, "crippled"],
    [repeat(10, 4), 80, "crippled"],
    [[5, ...repeat(9, 4)], 82, "bed-bound-or-exaggerated"],
    [repeat(10, 5), 100, "bed-bound-or-exaggerated"],
    [repeat(10, 0), 0, "minimal"],
    [[4, 4, 4, 4, 4, 4, 4, 4, 3, 3], 76, "crippled"],
  ])("%j is %i percent, %s", (items, percent, band) => {
    const answer = ask({ instrument: "odi", answers: { items } });
    expect(answer).toMatchObject({ scores: { total: { score: percent, answered: 10, reason: null } }, band });
  });

  it("divides by what is answered, and needs 8 sections, or 9", () => {
    expect(askTotal("odi", [...repeat(4, 1), ...repeat(5, 2), null])?.score).toBeCloseTo((14 / 45) * 100, 9);
    expect(askTotal("odi", partly(8, 10, 2))).toEqual({ score: 40, answered: 8, reason: null });
    expect(askTotal("odi", partly(8, 10, 2), "min9")?.reason).toBe("2 of 10 missing, at most 1 allowed");
    expect(askTotal("odi", partly(9, 10, 2), "min9")?.score).toBe(40);
    const tooFew = ask({ instrument: "odi", answers: { items: partly(7, 10, 2) } });
    expect(tooFew).toMatchObject({
      scores: { total: { score: null, reason: "3 of 10 missing, at most 2 allowed" } },
      band: null,
    });
  });

  it("takes the higher of two marks in one section", () => {
    expect(askTotal("odi", [[1, 3], ...repeat(9, 1)])?.score).toBe(24);
    expect(ask({ instrument: "odi", answers: { items: [[1, 6], ...repeat(9, 1)] } })).toMatchObject({
      error: { code: "invalid-answer", subscale: "items", item: 1 },
    });
    expect(ask({ instrument: "odi", answers: { items: [[], ...repeat(9, 1)] } })).toHaveProperty("error");
  });
});

describe("start-back", () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0], 0, 0, 0, "low"],
    [[1, 1, 1, 0, 0, 0, 0, 0], 2, 3, 0, "low"],
    [[1, 1, 0, 0, 0, 0, 0, 0], 3, 3, 1, "low"],
    [[1, 1, 1, 0, 0, 0, 0, 0], 3, 4, 1, "medium"],
    [[1, 1, 1, 1, 1, 1, 1, 0], 2, 7, 3, "medium"],
    [[1, 1, 1, 1, 1, 1, 1, 0], 4, 8, 4, "high"],
    [[0, 0, 0, 0, 1, 1, 1, 1], 0, 4, 4, "high"],
    [[1, 1, 1, 1, 1, 1, 1, 1], 4, 9, 5, "high"],
  ])("%j bothered %i: %i, %i, %s", (items, bother, total, subscale, band) => {
    expect(ask({ instrument: "start-back", answers: { items, bother } })).toEqual({
      instrument: "start-back",
      scores: {
        total: { score: total, answered: 9, reason: null },
        subscale: { score: subscale, answered: 5, reason: null },
      },
      flags: [],
      band,
    });
  });

  it("needs every answer", () => {
    expect(ask({ instrument: "start-back", answers: { items: [null, ...repeat(7, 1)], bother: 4 } })).toMatchObject({
      scores: {
        total: { score: null, answered: 8, reason: "1 of 9 missing, none allowed" },
        subscale: { score: 5, reason: null },
      },
      band: null,
    });
    expect(askScores("start-back", { items: repeat(8, 1), bother: null }).subscale?.score).toBeNull();
  });

  it("names a bothersomeness off its scale", () => {
    expect(ask({ instrument: "start-back", answers: { items: repeat(8, 1), bother: 5 } })).toMatchObject({
      error: { code: "invalid-answer", subscale: "bother", item: 1 },
    });
    expect(ask({ instrument: "start-back", answers: { items: repeat(8, 1) } })).toMatchObject({
      error: { code: "invalid-answer", subscale: "bother", item: null },
    });
  });
});

describe("phq-9, phq-2 and gad-7", () => {
  const upTo = (count: number, sum: number) =>
    Array.from({ length: count }, (_, index) => Math.min(3, Math.max(0, sum - index * 3)));

  it.each([
    ["phq-9", 9, 0, "minimal"],
    ["phq-9", 9, 4, "minimal"],
    ["phq-9", 9, 5, "mild"],
    ["phq-9", 9, 9, "mild"],
    ["phq-9", 9, 10, "moderate"],
    ["phq-9", 9, 14, "moderate"],
    ["phq-9", 9, 15, "moderately severe"],
    ["phq-9", 9, 19, "moderately severe"],
    ["phq-9", 9, 20, "severe"],
    ["phq-9", 9, 27, "severe"],
    ["gad-7", 7, 4, "minimal"],
    ["gad-7", 7, 5, "mild"],
    ["gad-7", 7, 9, "mild"],
    ["gad-7", 7, 10, "moderate"],
    ["gad-7", 7, 14, "moderate"],
    ["gad-7", 7, 15, "severe"],
    ["gad-7", 7, 21, "severe"],
    ["phq-2", 2, 6, null],
  ])("%s of %i items at %i is %s", (instrument, count, sum, band) => {
    const answer = ask({ instrument, answers: { items: upTo(count, sum) } });
    expect(answer).toMatchObject({ scores: { total: { score: sum, answered: count, reason: null } }, band });
  });

  it("adds up what is answered", () => {
    expect(askTotal("phq-9", [0, 1, 2, 0, 1, 2, 1, 3, 0])?.score).toBe(10);
  });

  it("leaves phq-9 unscored with one missing, or takes the mean for up to two", () => {
    const one = [2, 2, 2, 2, 2, 2, 2, null, 0];
    expect(askTotal("phq-9", one)).toEqual({ score: null, answered: 8, reason: "1 of 9 missing, none allowed" });
    expect(askTotal("phq-9", one, "prorate2")?.score).toBeCloseTo((14 / 8) * 9, 9);
    expect(askTotal("phq-9", partly(7, 9, 1), "prorate2")?.score).toBe(9);
    expect(askTotal("phq-9", partly(6, 9, 1), "prorate2")?.reason).toBe("3 of 9 missing, at most 2 allowed");
  });

  it.each([
    [repeat(9, 0), []],
    [[...repeat(8, 0), 1], ["phq9-item9"]],
    [[...repeat(8, null), 1], ["phq9-item9"]],
    [[...repeat(8, null), 0], []],
    [[...repeat(8, 3), null], []],
  ])("%j flags %j, with or without a score", (items, flags) => {
    for (const rule of ["strict", "prorate2"]) {
      expect(ask({ instrument: "phq-9", rule, answers: { items } }).flags).toEqual(flags);
    }
  });

  it("has no band without a score, and no proration of gad-7", () => {
    const answer = ask({ instrument: "gad-7", answers: { items: partly(6, 7, 3) } });
    expect(answer).toMatchObject({ scores: { total: { score: null, answered: 6 } }, band: null });
  });
});

describe("the others", () => {
  it("lefs: 0 to 80, all of it or 18 of 20", () => {
    expect(askTotal("lefs", repeat(20, 4))).toEqual({ score: 80, answered: 20, reason: null });
    expect(askTotal("lefs", partly(19, 20, 2))?.reason).toBe("1 of 20 missing, none allowed");
    expect(askTotal("lefs", partly(18, 20, 2), "prorate18")?.score).toBe(40);
    expect(askTotal("lefs", partly(17, 20, 2), "prorate18")?.reason).toBe("3 of 20 missing, at most 2 allowed");
  });

  it("tsk-11: 11 to 44, none reversed", () => {
    expect(askTotal("tsk-11", repeat(11, 1))?.score).toBe(11);
    expect(askTotal("tsk-11", repeat(11, 4))?.score).toBe(44);
    expect(askTotal("tsk-11", [4, ...repeat(10, 1)])?.score).toBe(14);
    expect(askTotal("tsk-11", partly(10, 11, 1))?.score).toBeNull();
    expect(ask({ instrument: "tsk-11", answers: { items: [0, ...repeat(10, 1)] } })).toHaveProperty("error");
  });

  it("pcs: 52 in three parts", () => {
    const only = (...at: number[]) => Array.from({ length: 13 }, (_, index) => (at.includes(index + 1) ? 4 : 0));
    const part = (items: unknown[]) =>
      Object.entries(askScores("pcs", { items })).map(([id, found]) => `${id} ${found.score}`);
    expect(part(repeat(13, 4))).toEqual(["total 52", "rumination 16", "magnification 12", "helplessness 24"]);
    expect(part(only(8, 9, 10, 11))).toEqual(["total 16", "rumination 16", "magnification 0", "helplessness 0"]);
    expect(part(only(6, 7, 13))).toEqual(["total 12", "rumination 0", "magnification 12", "helplessness 0"]);
    expect(part(only(1, 2, 3, 4, 5, 12))).toEqual(["total 24", "rumination 0", "magnification 0", "helplessness 24"]);
    expect(part([...repeat(12, 1), null])).toEqual([
      "total null",
      "rumination 4",
      "magnification null",
      "helplessness 6",
    ]);
  });

  it("psfs: the mean of three to five", () => {
    expect(askTotal("psfs", [4, 5, 8])?.score).toBeCloseTo(17 / 3, 9);
    expect(askTotal("psfs", [4, 5, 8, 3, 0])).toEqual({ score: 4, answered: 5, reason: null });
    expect(askTotal("psfs", [4, 5, 6, null, null])).toEqual({ score: 5, answered: 3, reason: null });
    expect(askTotal("psfs", [4, 5, null])?.reason).toBe("1 of 3 missing, none allowed");
    for (const items of [[1, 2], repeat(6, 1)]) {
      expect(ask({ instrument: "psfs", answers: { items } })).toMatchObject({
        error: { subscale: "items", item: null },
      });
    }
  });

  it("nprs: one number", () => {
    expect(askTotal("nprs", [7])).toEqual({ score: 7, answered: 1, reason: null });
    expect(askTotal("nprs", [0])?.score).toBe(0);
    expect(askTotal("nprs", [null])).toEqual({ score: null, answered: 0, reason: "1 of 1 missing, none allowed" });
  });
});
