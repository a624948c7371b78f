import fc from "fast-check";
import type { Line } from "@/lib/plans/builder-edits";
import type { DraftInput } from "@/lib/plans/schemas";

export const exercise = (key: string, over: Partial<Line> = {}): Line => ({
  key,
  kind: "exercise",
  slug: key,
  dose: {
    sets: 3,
    repetitions: 10,
    holdSeconds: null,
    restSeconds: 30,
    loadKg: null,
    tempo: null,
    side: "both",
    bandColour: null,
  },
  schedule: { kind: "weekly", weekdays: [1, 3, 5], timesPerDay: 1 },
  note: "",
  painCeiling: 5,
  rangeLimit: "",
  supersetKey: null,
  ...over,
});

export const reading = (key: string): Line =>
  exercise(key, { kind: "article", dose: null, schedule: { kind: "once", day: 1 } });

export const text = (...phases: Line[][]): DraftInput => ({
  title: "Plan",
  phases: phases.map((items, at) => ({ key: `phase ${at}`, title: `Phase ${at + 1}`, aim: "", weeks: null, items })),
});

/** The keys of each phase; a + joins a line to the one above it. */
export const told = (body: DraftInput): string[] =>
  body.phases.map(({ items }) =>
    items
      .map(({ key, supersetKey }, at) => {
        const above = items[at - 1]?.supersetKey;
        return `${at === 0 ? "" : supersetKey && above === supersetKey ? "+" : " "}${key}`;
      })
      .join(""),
  );

const KEYS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Texts of one to three phases with up to eight lines, some of them in supersets, well made or not. */
export const anyText: fc.Arbitrary<DraftInput> = fc
  .record({
    kinds: fc.array(fc.boolean(), { minLength: KEYS.length, maxLength: KEYS.length }),
    turns: fc.array(fc.option(fc.constantFrom("one", "two")), { minLength: KEYS.length, maxLength: KEYS.length }),
    seats: fc.array(fc.nat(2), { minLength: KEYS.length, maxLength: KEYS.length }),
    count: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 0, max: KEYS.length }),
  })
  .map(({ kinds, turns, seats, count, size }) => {
    const lines = KEYS.slice(0, size).map((key, at) =>
      kinds[at] ? exercise(key, { supersetKey: turns[at] ?? null }) : reading(key),
    );
    return text(
      ...Array.from({ length: count }, (_, phase) => lines.filter((_line, at) => (seats[at] ?? 0) % count === phase)),
    );
  });

export const anyKey = fc.constantFrom(...KEYS, "not there");
