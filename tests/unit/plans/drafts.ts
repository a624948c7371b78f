import fc from "fast-check";
import type { Dose, DraftBody, DraftItem } from "@/lib/plans/schemas";
import { BAND_COLOURS, DOSE_SIDES } from "@/lib/plans/vocabulary";
import { anySchedule } from "./timelines";

export const anyDose: fc.Arbitrary<Dose> = fc
  .record({
    sets: fc.integer({ min: 1, max: 20 }),
    repetitions: fc.option(fc.integer({ min: 1, max: 200 })),
    holdSeconds: fc.option(fc.integer({ min: 1, max: 600 })),
    restSeconds: fc.integer({ min: 0, max: 600 }),
    loadKg: fc.option(fc.integer({ min: 0, max: 600 }).map((halves) => halves / 2)),
    tempo: fc.option(fc.constantFrom("3-1-2", "2-0-2", "0-0-0", "10-10-10")),
    side: fc.constantFrom(...DOSE_SIDES),
    bandColour: fc.option(fc.constantFrom(...BAND_COLOURS)),
  })
  .filter((dose) => dose.repetitions !== null || dose.holdSeconds !== null);

const anyNote = fc.constantFrom("", "Slowly.", "Only as far as is easy.");

const anyItem = (key: string): fc.Arbitrary<DraftItem> =>
  fc
    .record({
      kind: fc.constantFrom("exercise" as const, "article" as const),
      slug: fc.constantFrom("glute-bridge", "wall-sit", "knee-instability"),
      dose: anyDose,
      schedule: anySchedule,
      note: anyNote,
      painCeiling: fc.integer({ min: 0, max: 10 }),
    })
    .map((item) => ({ ...item, key, dose: item.kind === "exercise" ? item.dose : null }));

/** Bodies that share item keys a to f and phase keys one to three, in any order and any place. */
export const anyBody: fc.Arbitrary<DraftBody> = fc
  .record({
    title: fc.constantFrom("Steady knee", "Strong back"),
    phases: fc.shuffledSubarray(["one", "two", "three"], { minLength: 1 }),
    keys: fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"]),
    seats: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    titles: fc.array(fc.constantFrom("Settle", "Build"), { minLength: 3, maxLength: 3 }),
    weeks: fc.array(fc.option(fc.integer({ min: 1, max: 8 })), { minLength: 3, maxLength: 3 }),
    aim: anyNote,
  })
  .chain(({ title, phases, keys, seats, titles, weeks, aim }) =>
    fc.tuple(...keys.map(anyItem)).map((items) => ({
      title,
      phases: phases.map((key, index) => ({
        key,
        title: titles[index] ?? "",
        aim,
        weeks: weeks[index] ?? null,
        items: items.filter((_, place) => (seats[place] ?? 0) % phases.length === index),
      })),
    })),
  );
