import {
  countedRepetitions,
  currentWork,
  doseOf,
  durationMs,
  type ExerciseProgress,
  elapsedMs,
  type PlayerState,
  type SetDone,
  stepOf,
} from "./player-state";
import type { Playlist } from "./player-steps";

/** Most milliseconds one set without an end of its own can add to the time spent practising. */
const LONGEST_SET_MS = 600_000;

/** Changes what is known of one exercise. */
export function change(state: PlayerState, exercise: number, changes: Partial<ExerciseProgress>): PlayerState {
  return {
    ...state,
    exercises: state.exercises.map((progress, index) => (index === exercise ? { ...progress, ...changes } : progress)),
  };
}

/** Adds the time of the step to the time spent practising, and begins its clock anew. */
export function bankTime(playlist: Playlist, state: PlayerState, at: number): PlayerState {
  const step = stepOf(playlist, state);
  const isPractice = step && step.kind !== "intro" && step.kind !== "ask";
  const gone = Math.min(elapsedMs(state, at), durationMs(playlist, state) ?? LONGEST_SET_MS);
  return {
    ...state,
    activeMs: state.activeMs + (isPractice ? gone : 0),
    clock: { ran: 0, since: state.clock.since === null ? null : at },
  };
}

/**
 * Keeps what was done of the step: its time, and of a set what was counted or held, from one repetition or one second. `isWhole`
 * is the person's word that all of it was done. A set done once is never made less.
 */
export function bank(playlist: Playlist, state: PlayerState, at: number, isWhole = false): PlayerState {
  const step = stepOf(playlist, state);
  const kept = bankTime(playlist, state, at);
  const done = step?.kind === "work" ? workDone(playlist, state, step.exercise, at, isWhole) : null;
  if (step?.kind !== "work" || !done) return kept;
  const sets = state.sets.map((known, set) => (set === step.set ? better(known, done) : known));
  const redo = state.exercises[step.exercise]?.redo.filter((set) => set !== step.set) ?? [];
  return change({ ...kept, sets }, step.exercise, { doneAt: at, redo });
}

function workDone(
  playlist: Playlist,
  state: PlayerState,
  exercise: number,
  at: number,
  isWhole: boolean,
): SetDone | null {
  const work = currentWork(playlist, state);
  if (!work) return null;
  const isEasier = state.exercises[exercise]?.isEasier ?? false;
  if (work.kind === "hold") {
    // A thousandth of a millisecond forgives the rounding of instants.
    const held = Math.floor((Math.min(elapsedMs(state, at), work.seconds * 1000) + 0.001) / 1000);
    return held < 1 ? null : { repetitions: null, holdSeconds: held, isWhole: held >= work.seconds, isEasier };
  }
  const repetitions = countedRepetitions(playlist, state, at) || (isWhole ? work.count : 0);
  if (repetitions < 1) return null;
  // At their pace repetitions are held for as long as was asked; by taps nobody knows.
  const holdSeconds = state.isPaced ? (doseOf(playlist, state, exercise)?.holdSeconds ?? null) : null;
  return { repetitions, holdSeconds, isWhole: repetitions >= work.count, isEasier };
}

function better(known: SetDone | null, done: SetDone): SetDone {
  if (!known) return done;
  if (known.isEasier !== done.isEasier) return known.isWhole ? known : done;
  const size = ({ repetitions, holdSeconds }: SetDone) => repetitions ?? holdSeconds ?? 0;
  return size(done) >= size(known) ? done : known;
}
