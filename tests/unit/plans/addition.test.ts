import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phaseInProgress, withAddition } from "@/lib/plans/addition";
import { placesOf } from "@/lib/plans/draft";
import type { DraftBody, DraftItem } from "@/lib/plans/schemas";
import { anyBody } from "./drafts";

const phase = (weeks: number | null) => ({ key: `p${weeks}`, title: "Phase", aim: "", weeks, items: [] });
const body = (...weeks: (number | null)[]): DraftBody => ({ title: "Plan", phases: weeks.map(phase) });
const item: DraftItem = {
  key: "new",
  kind: "exercise",
  slug: "clamshell",
  dose: { sets: 2, repetitions: 12, holdSeconds: null, restSeconds: 30, loadKg: null, tempo: null, side: "both" },
  schedule: { kind: "weekly", weekdays: [1, 3, 5], timesPerDay: 1 },
  note: "",
  painCeiling: 5,
};

describe("the phase a new line goes to", () => {
  test.each([
    ["nothing is published", null, "2026-03-02", 0],
    ["it begins later", "2026-03-09", "2026-03-02", 0],
    ["its first day", "2026-03-02", "2026-03-02", 0],
    ["the last day of the first", "2026-03-02", "2026-03-15", 0],
    ["the first day of the second", "2026-03-02", "2026-03-16", 1],
    ["a year on", "2026-03-02", "2027-03-02", 1],
  ])("%s", (_, startsOn, today, at) => {
    expect(phaseInProgress(body(2, null), startsOn, today)).toBe(at);
    expect(phaseInProgress(body(2, 4), startsOn, today)).toBe(at);
  });
});

describe("a text with a line more", () => {
  test("has it at the end of that phase, once, and all else as it was", () => {
    fc.assert(
      fc.property(anyBody, fc.nat(2), (before, seat) => {
        const at = seat % before.phases.length;
        const after = withAddition(before, at, item);
        if (typeof after === "string") throw new Error(after);
        expect(after.phases[at]?.items.at(-1)).toEqual(item);
        expect(placesOf(after)).toHaveLength(placesOf(before).length + 1);
        expect(
          after.phases.map(({ items, ...rest }, place) => ({
            ...rest,
            items: items.slice(0, before.phases[place]?.items.length),
          })),
        ).toEqual(before.phases);
        expect(withAddition(after, at, { ...item, key: "again" })).toBe("there");
      }),
    );
  });

  test("is refused when the phase is full, or not there", () => {
    const full = {
      ...body(null),
      phases: [
        { ...phase(null), items: Array.from({ length: 60 }, (_, n) => ({ ...item, key: `${n}`, slug: `one-${n}` })) },
      ],
    };
    expect(withAddition(full, 0, item)).toBe("full");
    expect(withAddition(body(null), 1, item)).toBe("full");
  });
});
