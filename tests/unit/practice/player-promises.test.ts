import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dose } from "@/lib/plans/schemas";
import { DOSE_SIDES } from "@/lib/plans/vocabulary";
import { type PlayerEvent, play } from "@/lib/practice/player";
import { logOf } from "@/lib/practice/player-log";
import { newState, PAIN_CHOICES, type PlayerState, stepOf } from "@/lib/practice/player-state";
import { type PlayedExercise, type Playlist, playlistOf } from "@/lib/practice/player-steps";
import { logEntrySchema } from "@/lib/practice/schemas";
import { SKIP_REASONS } from "@/lib/practice/vocabulary";

const anyDose: fc.Arbitrary<Dose> = fc
  .record({
    sets: fc.integer({ min: 1, max: 4 }),
    repetitions: fc.option(fc.integer({ min: 1, max: 12 })),
    holdSeconds: fc.option(fc.integer({ min: 1, max: 90 })),
    restSeconds: fc.integer({ min: 0, max: 60 }),
    loadKg: fc.constantFrom(null, 5),
    tempo: fc.constantFrom(null, "2-1-2", "0-0-0", "3-0-1"),
    side: fc.constantFrom(...DOSE_SIDES),
  })
  .map((dose) => (dose.repetitions === null ? { ...dose, holdSeconds: dose.holdSeconds ?? 20 } : dose));

const anyExercise: fc.Arbitrary<PlayedExercise> = fc
  .record({
    dose: anyDose,
    painCeiling: fc.integer({ min: 0, max: 10 }),
    superset: fc.constantFrom(null, null, "s"),
    easier: fc.option(anyDose),
  })
  .map(({ easier, ...played }) => ({
    ...played,
    title: "Exercise",
    easier: easier && { title: "Easier", dose: { ...easier, sets: played.dose.sets, side: played.dose.side } },
  }));
const anyExercises = fc.array(anyExercise, { minLength: 1, maxLength: 4 });

const anyEvent: fc.Arbitrary<PlayerEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<PlayerEvent>({ do: "tick" }) },
  fc
    .constantFrom<PlayerEvent["do"]>("start", "pause", "resume", "back", "next", "count", "set-done", "reconsider")
    .map((kind) => ({ do: kind }) as PlayerEvent),
  fc.boolean().map((isPaced): PlayerEvent => ({ do: "pace", isPaced })),
  fc.constantFrom(...SKIP_REASONS).map((reason): PlayerEvent => ({ do: "skip", reason })),
  fc.option(fc.integer({ min: 0, max: 10 })).map((painNrs): PlayerEvent => ({ do: "answer", painNrs })),
  fc.constantFrom(...PAIN_CHOICES).map((choice): PlayerEvent => ({ do: "choose", choice })),
);
/** Milliseconds since the event before: mostly a look, now and then a phone that was locked. */
const anyGap = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 1900 }) },
  fc.integer({ min: 1900, max: 600_000 }),
);
const anyCourse = fc.array(fc.tuple(anyGap, anyEvent), { maxLength: 120 });

const BEGIN = 1_750_000_000_000;

function* course(playlist: Playlist, events: readonly [number, PlayerEvent][], isPaced = true) {
  let state = newState(playlist, isPaced);
  let at = BEGIN;
  for (const [gap, event] of events) {
    at += gap;
    const before = state;
    state = play(playlist, state, event, at);
    yield { before, state, event, at };
  }
}

const amounts = (state: PlayerState) =>
  state.sets.map((set) => (set === null ? 0 : (set.repetitions ?? set.holdSeconds ?? 0)));

test("whatever is pressed, a set that was done whole stays done, and nothing of a closed exercise changes", () => {
  fc.assert(
    fc.property(anyExercises, anyCourse, fc.boolean(), (exercises, events, isPaced) => {
      const playlist = playlistOf(exercises);
      for (const { before, state } of course(playlist, events, isPaced)) {
        before.sets.forEach((set, index) => {
          if (set === null) return;
          expect(state.sets[index]).not.toBeNull();
          if (set.isWhole) expect(state.sets[index]?.isWhole).toBe(true);
          if (!set.isEasier && !state.sets[index]?.isEasier) {
            expect(amounts(state)[index]).toBeGreaterThanOrEqual(amounts(before)[index] ?? 0);
          }
        });
        before.exercises.forEach((progress, index) => {
          if (progress.closedAt !== null) expect(state.exercises[index]).toEqual(progress);
        });
      }
    }),
    { numRuns: 300 },
  );
});

test("no event begins more than one set, and a set begins unseen only under two seconds late", () => {
  fc.assert(
    fc.property(anyExercises, anyCourse, (exercises, events) => {
      const playlist = playlistOf(exercises);
      for (const { before, state, at } of course(playlist, events)) {
        const newly = state.sets.filter((set, index) => set !== null && before.sets[index] === null);
        expect(newly.length).toBeLessThanOrEqual(1);
        const step = stepOf(playlist, state);
        if (step?.kind !== "work" || before.at === state.at || state.clock.since === null) continue;
        expect(at - state.clock.since).toBeLessThanOrEqual(2000);
      }
    }),
    { numRuns: 300 },
  );
});

test("looking more often changes nothing", () => {
  const LOOKS = 7;
  fc.assert(
    fc.property(anyExercises, anyCourse, (exercises, events) => {
      const playlist = playlistOf(exercises);
      const short = events.map(([gap, event]): [number, PlayerEvent] => [gap % 1900, event]);
      const often = short.flatMap(([gap, event]): [number, PlayerEvent][] => {
        const part = Math.floor(gap / LOOKS);
        const looks = Array.from({ length: LOOKS - 1 }, (): [number, PlayerEvent] => [part, { do: "tick" }]);
        return [...looks, [gap - part * (LOOKS - 1), event]];
      });
      const ends = [short, often].map((one) => [...course(playlist, one)].at(-1)?.state);
      expect(ends[1]).toEqual(ends[0]);
    }),
    { numRuns: 200 },
  );
});

test("a pause adds nothing: with all pauses cut out the session is the same", () => {
  fc.assert(
    fc.property(
      anyExercises,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 1900 }), fc.nat(400_000)), { maxLength: 60 }),
      (exercises, gaps) => {
        const playlist = playlistOf(exercises);
        let plain = play(playlist, newState(playlist, true), { do: "start" }, BEGIN);
        let paused = plain;
        let [at, later] = [BEGIN, BEGIN];
        for (const [gap, pause] of gaps) {
          at += gap;
          later += gap;
          plain = play(playlist, plain, { do: "tick" }, at);
          paused = play(playlist, paused, { do: "pause" }, later);
          later += pause;
          paused = play(playlist, paused, { do: "resume" }, later);
        }
        expect(paused.activeMs).toBeCloseTo(plain.activeMs, 5);
        expect({ at: paused.at, sets: paused.sets }).toEqual({ at: plain.at, sets: plain.sets });
      },
    ),
    { numRuns: 150 },
  );
});

test("left alone and watched, every session comes through all of its sets, on time to the millisecond", () => {
  fc.assert(
    fc.property(
      fc.array(anyExercise, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 300, max: 1500 }),
      (exercises, look) => {
        const playlist = playlistOf(exercises);
        let state = newState(playlist, true);
        let at = BEGIN;
        let waited = 0;
        for (let looks = 0; state.endedAt === null && looks < 100_000; looks++) {
          const step = stepOf(playlist, state);
          const event: PlayerEvent =
            step?.kind === "intro"
              ? { do: "start" }
              : step?.kind === "ask"
                ? { do: "answer", painNrs: null }
                : { do: "tick" };
          const before = at;
          if (event.do === "tick") at += look;
          state = play(playlist, state, event, at);
          // Time between the end of a step and the look that noticed it, where the next step waits for the person.
          if (state.clock.since === null) waited += event.do === "tick" ? at - before : 0;
        }
        expect(state.sets.every((set) => set?.isWhole)).toBe(true);
        expect(state.exercises.every(({ closedAt }) => closedAt !== null)).toBe(true);
        const asked = at - BEGIN - state.activeMs;
        expect(asked).toBeGreaterThanOrEqual(-0.01);
        expect(asked).toBeLessThanOrEqual(waited + 0.01);
      },
    ),
    { numRuns: 40 },
  );
});

test("whatever is left of a session can be kept as it is", () => {
  const base = { id: "01890000-0000-7000-8000-000000000000", planItemId: "01890000-0000-7000-8000-000000000001" };
  fc.assert(
    fc.property(anyExercises, anyCourse, fc.boolean(), (exercises, events, isPaced) => {
      const playlist = playlistOf(exercises);
      const last = [...course(playlist, [...events, [1, { do: "finish" }]], isPaced)].at(-1);
      if (!last) return;
      exercises.forEach((_, index) => {
        const kept = logOf(playlist, last.state, index);
        const progress = last.state.exercises[index];
        if (
          progress?.closedAt != null ||
          last.state.sets.some((set, at) => set && playlist.sets[at]?.exercise === index)
        ) {
          expect(kept).not.toBeNull();
        }
        if (!kept) return;
        const performedAt = new Date(kept.at).toISOString();
        const entry = { ...base, dueOn: "2026-03-10", occasion: 1, performedAt, ...kept.log };
        expect(logEntrySchema.safeParse(entry).error?.issues ?? []).toEqual([]);
      });
    }),
    { numRuns: 300 },
  );
});
