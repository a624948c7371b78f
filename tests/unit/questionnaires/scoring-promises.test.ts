import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OwnScore, score } from "@/lib/questionnaires/scoring";
import { MISSING_RULES } from "@/lib/questionnaires/vocabulary";
import { anyAnswers, INDEX, ITEM_IDS } from "./instrument";

const CLOSE = 1e-9;

describe("promises of scoring, for any answers and rule", () => {
  const anyRule = fc.constantFrom(...MISSING_RULES);
  const anyId = fc.constantFrom(...ITEM_IDS);
  const all = (found: OwnScore) => [...found.subscales, ...(found.total ? [found.total] : [])];

  it("keeps scores in range, the two directions adding to 100, and a reason just where there is no score", () => {
    fc.assert(
      fc.property(anyAnswers, anyRule, (answers, rule) => {
        for (const { raw, range, worst100, best100, reason } of all(score(INDEX, answers, rule))) {
          expect(raw === null).toBe(reason !== null);
          if (raw === null) continue;
          expect(raw).toBeGreaterThanOrEqual(range[0]);
          expect(raw).toBeLessThanOrEqual(range[1]);
          expect(Math.abs(worst100 + best100 - 100)).toBeLessThan(CLOSE);
          expect(Math.abs((worst100 / 100) * (range[1] - range[0]) - raw)).toBeLessThan(CLOSE);
        }
      }),
    );
  });

  it("never improves a score by a worse answer", () => {
    fc.assert(
      fc.property(anyAnswers, anyRule, anyId, (answers, rule, id) => {
        const given = answers[id] ?? null;
        fc.pre(given !== null && given < 4);
        const before = all(score(INDEX, answers, rule));
        const after = all(score(INDEX, { ...answers, [id]: (given ?? 0) + 1 }, rule));
        after.forEach(({ worst100 }, index) => {
          const was = before[index]?.worst100 ?? null;
          expect(worst100 === null).toBe(was === null);
          expect(worst100 ?? 0).toBeGreaterThanOrEqual((was ?? 0) - CLOSE);
        });
      }),
    );
  });

  it("never improves a score by an answer more that is the worst of all, or worsens it by the best", () => {
    fc.assert(
      fc.property(anyAnswers, anyId, fc.constantFrom(0, 4), (answers, id, value) => {
        fc.pre(answers[id] === null);
        const before = all(score(INDEX, answers, "half"));
        const after = all(score(INDEX, { ...answers, [id]: value }, "half"));
        after.forEach(({ worst100 }, index) => {
          const was = before[index]?.worst100 ?? null;
          if (was === null || worst100 === null) return;
          expect(value === 4 ? worst100 - was : was - worst100).toBeGreaterThanOrEqual(-CLOSE);
        });
      }),
    );
  });

  it("is the same however the items of a part are permuted", () => {
    const shuffles = fc.tuple(
      ...INDEX.subscales.map(({ items }) => fc.shuffledSubarray([...items], { minLength: items.length })),
    );
    fc.assert(
      fc.property(anyAnswers, anyRule, shuffles, (answers, rule, shuffled) => {
        const permuted = { ...answers };
        INDEX.subscales.forEach(({ items }, subscale) => {
          items.forEach((item, index) => {
            permuted[item.id] = answers[shuffled[subscale]?.[index]?.id ?? ""] ?? null;
          });
        });
        expect(score(INDEX, permuted, rule)).toEqual(score(INDEX, answers, rule));
      }),
    );
  });

  it("imputes the mean: writing the mean into the gaps by hand gives the same score", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = score(INDEX, answers, "guide");
        INDEX.subscales.forEach(({ id, items }, index) => {
          const given = items.map((item) => answers[item.id] ?? null).filter((value) => value !== null);
          const { raw, answered, imputed } = found.subscales[index] ?? { raw: null, answered: 0, imputed: 0 };
          expect(answered).toBe(given.length);
          if (raw === null) {
            expect(imputed).toBe(0);
            return;
          }
          const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
          const filled = items.reduce((sum, item) => sum + (answers[item.id] ?? mean), 0);
          expect(answered + imputed, id).toBe(items.length);
          expect(Math.abs(raw - filled)).toBeLessThan(CLOSE);
        });
      }),
    );
  });

  it("is stricter in the order half, guide, complete, and agrees wherever both give a score", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const [half, guide, complete] = (["half", "guide", "complete"] as const).map((rule) =>
          score(INDEX, answers, rule),
        );
        for (const [lenient, strict] of [
          [half, guide],
          [guide, complete],
        ] as const) {
          strict?.subscales.forEach(({ raw }, index) => {
            if (raw !== null) expect(lenient?.subscales[index]?.raw).toBe(raw);
          });
        }
      }),
    );
  });
});
