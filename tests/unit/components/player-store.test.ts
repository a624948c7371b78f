import fc from "fast-check";
import { expect, test } from "vitest";
import { createPlayerStore } from "@/components/practice/player-store";
import { type Cue, cueBetween } from "@/lib/practice/player-cues";
import { newState, secondsLeft, stepOf } from "@/lib/practice/player-state";
import { type PlayedExercise, playlistOf } from "@/lib/practice/player-steps";
import { exercise, HOLD } from "@/tests/unit/practice/played";

const BEGIN = 1_750_000_000_000;

/** A device whose timers fire late, each by its own number of milliseconds. */
function device(exercises: readonly PlayedExercise[], late: () => number) {
  let now = BEGIN;
  let timer: { work: () => void; at: number } | null = null;
  const heard: { at: number; cue: Cue }[] = [];
  const playlist = playlistOf(exercises);
  const player = createPlayerStore({
    playlist,
    state: newState(playlist, true),
    clock: () => now,
    schedule(work, delay) {
      const own = { work, at: now + delay + late() };
      timer = own;
      return () => {
        if (timer === own) timer = null;
      };
    },
    onLook(before, seen) {
      const cue = cueBetween(playlist, before, seen);
      if (cue) heard.push({ at: seen.at - BEGIN, cue });
    },
  });
  return {
    player,
    heard,
    /** Time goes by until then, in milliseconds from the beginning. */
    until(ms: number, look?: (at: number) => void) {
      while (timer && timer.at <= BEGIN + ms) {
        const { work, at } = timer;
        now = at;
        timer = null;
        work();
        look?.(now - BEGIN);
      }
      now = BEGIN + ms;
    },
    hasTimer: () => timer !== null,
  };
}

test("over a minute every second is shown, and every sound made, within 100 ms, though each timer fires up to 80 ms late", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 80 })), (lateness) => {
      const late = () => lateness.next().value ?? 0;
      const { player, heard, until } = device([exercise("Wall sit", { ...HOLD, sets: 1, holdSeconds: 60 })], late);
      player.watch();
      player.send({ do: "start" });
      const shown = new Map<number, number>();
      until(66_000, (at) => {
        const { state } = player.getSeen();
        const left = secondsLeft(player.playlist, state, BEGIN + at);
        if (stepOf(player.playlist, state)?.kind === "work" && left !== null && !shown.has(left)) shown.set(left, at);
      });
      for (let left = 60; left > 0; left--) {
        const due = 5_000 + (60 - left) * 1_000;
        expect((shown.get(left) ?? 0) - due).toBeGreaterThanOrEqual(0);
        expect((shown.get(left) ?? 0) - due).toBeLessThanOrEqual(100);
      }
      const sounds = heard.map(({ at, cue }) => [Math.floor(at / 1000), cue.sound]);
      expect(sounds).toEqual([
        [0, null],
        ...[2, 3, 4].map((at) => [at, "tick"]),
        [5, "go"],
        ...[62, 63, 64].map((at) => [at, "tick"]),
        [65, "end"],
      ]);
      for (const { at } of heard) expect(at % 1000).toBeLessThanOrEqual(100);
    }),
    { numRuns: 50 },
  );
});

test("repetitions keep their pace to the tenth of a second over a minute", () => {
  const { player, heard, until } = device([exercise("Bridge", { sets: 1, repetitions: 15, tempo: "2-1-1" })], () => 70);
  player.watch();
  player.send({ do: "start" });
  until(70_000);
  const counts = heard.filter(({ cue }) => cue.sound === "count");
  expect(counts.map(({ cue }) => cue.say)).toEqual(Array.from({ length: 14 }, (_, index) => String(index + 1)));
  for (const [index, { at }] of counts.entries()) expect(at - (5_000 + (index + 1) * 4_000)).toBeLessThanOrEqual(100);
});

test("nothing is looked at while nothing runs, and a look is taken at once when somebody comes back", () => {
  const { player, until, hasTimer } = device([exercise("Wall sit", HOLD)], () => 0);
  const stop = player.watch();
  expect(hasTimer()).toBe(false);
  player.send({ do: "start" });
  expect(hasTimer()).toBe(true);
  player.send({ do: "pause" });
  expect(hasTimer()).toBe(false);
  player.send({ do: "resume" });
  stop();
  expect(hasTimer()).toBe(false);
  until(600_000);
  player.watch();
  expect(player.getSeen().state.pause).toBe("away");
  expect(hasTimer()).toBe(false);
});
