import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PUBLISHED, type PublishedScore, scorePublished } from "@/lib/questionnaires/scoring/published";
import type { AnswerList, Structure, Variant } from "@/lib/questionnaires/scoring/structure";

const CLOSE = 1e-9;
type Given = Record<string, (number | null)[]>;

const variants = [...PUBLISHED.values()].flatMap((structure) =>
  structure.variants.map((variant) => ({
    name: [structure.id, variant.scale, variant.rule].filter((word) => word !== null).join(" "),
    structure,
    variant,
  })),
);

const LONGEST_TRIED = 30;

function anyList({ fewest, most, scale }: AnswerList): fc.Arbitrary<(number | null)[]> {
  const one = fc.integer({ min: scale.least, max: scale.most });
  const maxLength = Math.min(most, LONGEST_TRIED);
  return fc.array(fc.oneof({ weight: 9, arbitrary: one }, fc.constant(null)), { minLength: fewest, maxLength });
}

const anyAnswers = ({ lists }: Variant): fc.Arbitrary<Given> =>
  fc.record(Object.fromEntries(lists.map((list) => [list.id, anyList(list)])));

/** Answers as they are handed in: a single number, and ticks, are no list of numbers. */
function score(structure: Structure, variant: Variant, given: Given): PublishedScore {
  const handed = variant.lists.map((list) => {
    const values = given[list.id] ?? [];
    if (list.single) return [list.id, values[0] ?? null];
    return [
      list.id,
      list.scale.kind === "tick" ? values.map((value) => (value === null ? null : value === 1)) : values,
    ];
  });
  return scorePublished(structure, variant, Object.fromEntries(handed));
}

/** Each score as points of bad: more is worse. Those that run both ways are read from their 0-100. */
function badness(structure: Structure, { scores }: PublishedScore): (number | null)[] {
  return Object.values(scores).map((found) => {
    if ("worst100" in found) return found.worst100;
    if (found.score === null) return null;
    return structure.direction === "lower-is-better" ? found.score : -found.score;
  });
}

/** Whether a higher answer is a worse one. */
const higherAnswerIsWorse = ({ direction }: Structure, { parts }: Variant) =>
  (direction === "lower-is-better") !== (parts[0]?.formula === "percent-reversed");

describe.each(variants)("$name", ({ structure, variant }) => {
  it("has a reason just where there is no score, and directions that add to 100", () => {
    fc.assert(
      fc.property(anyAnswers(variant), (given) => {
        for (const found of Object.values(score(structure, variant, given).scores)) {
          const value = "score" in found ? found.score : found.raw;
          expect(value === null).toBe(found.reason !== null);
          if (!("worst100" in found)) continue;
          expect(found.worst100 === null).toBe(value === null);
          if (found.worst100 === null || found.best100 === null) continue;
          expect(Math.abs(found.worst100 + found.best100 - 100)).toBeLessThan(CLOSE);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is never better for a worse answer", () => {
    const isUp = higherAnswerIsWorse(structure, variant);
    fc.assert(
      fc.property(anyAnswers(variant), fc.nat(), (given, seed) => {
        const list = variant.lists[seed % variant.lists.length];
        const values = given[list?.id ?? ""] ?? [];
        const at = seed % Math.max(values.length, 1);
        const value = values[at] ?? null;
        fc.pre(list !== undefined && value !== null && value !== (isUp ? list.scale.most : list.scale.least));
        const worse = values.map((one, index) => (index === at && value !== null ? value + (isUp ? 1 : -1) : one));
        const before = badness(structure, score(structure, variant, given));
        const after = badness(structure, score(structure, variant, { ...given, [list?.id ?? ""]: worse }));
        after.forEach((bad, index) => {
          const was = before[index] ?? null;
          expect(bad === null).toBe(was === null);
          expect(bad ?? 0).toBeGreaterThanOrEqual((was ?? 0) - CLOSE);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("imputes the mean, where it imputes at all", () => {
    fc.assert(
      fc.property(anyAnswers(variant), (given) => {
        for (const part of variant.parts) {
          const found = score(structure, variant, given).scores[part.id];
          const list = given[part.from] ?? [];
          const values = part.at ? part.at.map((item) => list[item - 1] ?? null) : list;
          const known = values.filter((value) => value !== null);
          const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
          const filled = values.reduce<number>((sum, value) => sum + (value ?? mean), 0);
          const sum = found && ("raw" in found ? found.raw : part.formula === "sum" ? found.score : null);
          if (typeof sum === "number") expect(Math.abs(sum - filled)).toBeLessThan(CLOSE * filled + CLOSE);
          const isNone = found && ("raw" in found ? found.raw : found.score) === null;
          expect(isNone).toBe(known.length === 0 || known.length < part.needed);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("minds no order within a part", () => {
    const whole = variant.parts.filter((part) => part.at === null);
    const shuffled = anyAnswers(variant).chain((given) =>
      fc
        .record(
          Object.fromEntries(
            Object.entries(given).map(([id, values]) => [
              id,
              fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length }),
            ]),
          ),
        )
        .map((permuted) => ({ given, permuted })),
    );
    fc.assert(
      fc.property(shuffled, ({ given, permuted }) => {
        const before = score(structure, variant, given).scores;
        const after = score(structure, variant, permuted).scores;
        for (const { id } of whole) expect(after[id]).toEqual(before[id]);
      }),
      { numRuns: 15 },
    );
  });
});
