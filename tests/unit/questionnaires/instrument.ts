import fc from "fast-check";
import type { ScoringKey } from "@/lib/questionnaires/scoring";

const subscale = (
  id: string,
  title: string,
  count: number,
  minimumAnswered: number,
): ScoringKey["subscales"][number] => ({
  id,
  title,
  stem: `How much ${id}?`,
  meaning: `more ${id}`,
  minimumAnswered,
  items: Array.from({ length: count }, (_, index) => ({ id: `${id}-${index + 1}`, text: `${title} ${index + 1}` })),
});

/** The structure of 5 pain, 2 stiffness and 17 function items, 0-4. */
export const INDEX: ScoringKey = {
  scale: { kind: "likert", options: [0, 1, 2, 3, 4].map((value) => ({ value, label: `Level ${value}` })) },
  missingRule: "guide",
  subscales: [
    subscale("pain", "Pain", 5, 4),
    subscale("stiffness", "Stiffness", 2, 1),
    subscale("function", "Daily life", 17, 14),
  ],
};

export const ITEM_IDS = INDEX.subscales.flatMap((part) => part.items.map((item) => item.id));

/** Answers of one subscale in item order; the rest not answered. */
export function answersTo(id: string, values: readonly (number | null)[]): Record<string, number | null> {
  return Object.fromEntries(values.map((value, index) => [`${id}-${index + 1}`, value]));
}

export const anyAnswers = fc
  .tuple(...ITEM_IDS.map(() => fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(null))))
  .map((values) => Object.fromEntries(ITEM_IDS.map((id, index) => [id, values[index] ?? null])));
