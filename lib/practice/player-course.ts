import type { PlayerState } from "./player-state";
import { type Playlist, READY_SECONDS, type Step } from "./player-steps";

/**
 * Stands at the beginning of a step, or at the end of all. What waits for the person has no clock; a pause goes on through the
 * rest. `ran` milliseconds of the step are left out.
 */
export function enter({ steps }: Playlist, state: PlayerState, to: number, at: number, ran = 0): PlayerState {
  const step = steps[to];
  const waits = !step || step.kind === "intro" || step.kind === "ask";
  const pause = waits ? null : state.pause;
  return {
    ...state,
    at: to,
    clock: { ran, since: waits || pause !== null ? null : at },
    pause,
    base: 0,
    endedAt: step ? null : (state.endedAt ?? at),
  };
}

/**
 * The first step from one on that is still to be done; the number of steps when there is none. Left out are exercises that are
 * closed or skipped, sets that were done whole, and, once the end was asked for, all but questions about what was done.
 */
export function nextOpen({ steps }: Playlist, state: PlayerState, from: number): number {
  const before = steps[from - 1];
  const leadsTo = before && "seconds" in before ? before.set : null;
  const index = steps.findIndex((step, place) => {
    const progress = state.exercises[step.exercise];
    if (place < from || !progress || progress.closedAt !== null) return false;
    if (step.kind === "ask") return isWorthAsking(steps, state, step.exercise);
    if (state.isEnding || progress.skip !== null) return false;
    if (step.kind === "intro") return !hasBegun(steps, state, step.exercise);
    if (place === from && step.set === leadsTo) return true;
    return progress.redo.includes(step.set) || !state.sets[step.set]?.isWhole;
  });
  return index < 0 ? steps.length : index;
}

/** Whether something of an exercise was done. */
function hasBegun(steps: readonly Step[], state: PlayerState, exercise: number): boolean {
  return steps.some((step) => step.kind === "work" && step.exercise === exercise && state.sets[step.set] !== null);
}

/** Pain is asked about what was done, and about what hurt too much to do. */
export function isWorthAsking(steps: readonly Step[], state: PlayerState, exercise: number): boolean {
  const { skip, painBefore } = state.exercises[exercise] ?? {};
  return skip === "pain" || typeof painBefore === "number" || hasBegun(steps, state, exercise);
}

/** The step that going back leads to: the beginning of a set or of an exercise; null when there is nothing open before. */
export function backTo({ steps }: Playlist, state: Pick<PlayerState, "at" | "exercises">): number | null {
  const index = steps.findLastIndex(
    (step, place) =>
      place < state.at &&
      step.kind !== "work" &&
      step.kind !== "ask" &&
      state.exercises[step.exercise]?.closedAt === null,
  );
  return index < 0 ? null : index;
}

/** Milliseconds of a step to leave out, so that no more than a count remains of it. */
export function shortened({ steps }: Playlist, to: number): number {
  const step = steps[to];
  return step && "seconds" in step ? Math.max(0, step.seconds - READY_SECONDS) * 1000 : 0;
}
