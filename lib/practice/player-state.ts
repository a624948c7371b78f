import type { OnTheWay } from "@/lib/movement/pace";
import type { Dose } from "@/lib/plans/schemas";
import { type Playlist, repetitionSeconds, type Step, type Work, workOf } from "./player-steps";
import type { SkipReason } from "./vocabulary";

/** What a person wants to do after more pain than an exercise allows. */
export const PAIN_CHOICES = ["stop", "easier", "go-on"] as const;
export type PainChoice = (typeof PAIN_CHOICES)[number];

/**
 * What was done of one set. Repetitions counted; seconds held, of each repetition where they are counted; null is not known.
 * `isWhole` when it was as much as the dose asks for.
 */
export type SetDone = { repetitions: number | null; holdSeconds: number | null; isWhole: boolean; isEasier: boolean };

/** How far one exercise has come. Instants are milliseconds. */
export type ExerciseProgress = {
  /** The answer about pain, 0-10; null when there is none. */
  painNrs: number | null;
  /** The answer that led to the easier version. */
  painBefore: number | null;
  /** True while the person decides what to do about too much pain. */
  isDeciding: boolean;
  choices: readonly PainChoice[];
  skip: SkipReason | null;
  isEasier: boolean;
  /** Sets to be done once more, in the easier version. */
  redo: readonly number[];
  /** When the last set of it was done. */
  doneAt: number | null;
  /** When it was over and could be kept: nothing about it changes after. */
  closedAt: number | null;
};

/**
 * A session under way. It holds plain values alone, so that a device can keep it through a restart. Every time in it is an
 * instant: how often the clock was looked at changes nothing.
 */
export type PlayerState = {
  /** The step; the number of steps when the session is over. */
  at: number;
  /** Milliseconds of the step gone before `since`, and since when it runs; null while it stands still. */
  clock: { ran: number; since: number | null };
  /** `away` is a step that ran out while nobody looked, and waits. */
  pause: "asked" | "away" | null;
  /** Repetitions counted when the clock was last set. */
  base: number;
  /** Repetitions are counted at their pace; by taps otherwise. */
  isPaced: boolean;
  sets: readonly (SetDone | null)[];
  exercises: readonly ExerciseProgress[];
  /** Milliseconds spent practising: counts, sets and rests, without pauses, introductions and questions. */
  activeMs: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Asked to finish: only questions about what was done are still put. */
  isEnding: boolean;
};

const UNTOUCHED: ExerciseProgress = {
  painNrs: null,
  painBefore: null,
  isDeciding: false,
  choices: [],
  skip: null,
  isEasier: false,
  redo: [],
  doneAt: null,
  closedAt: null,
};

/** A session that waits for its start. */
export function newState({ exercises, sets }: Playlist, isPaced: boolean): PlayerState {
  return {
    at: 0,
    clock: { ran: 0, since: null },
    pause: null,
    base: 0,
    isPaced,
    sets: sets.map(() => null),
    exercises: exercises.map(() => UNTOUCHED),
    activeMs: 0,
    startedAt: null,
    endedAt: null,
    isEnding: false,
  };
}

/** The step it stands at; null when it is over. */
export function stepOf({ steps }: Playlist, { at }: Pick<PlayerState, "at">): Step | null {
  return steps[at] ?? null;
}

/** The dose that is done: the easier version's once it was chosen. */
export function doseOf({ exercises }: Playlist, state: Pick<PlayerState, "exercises">, exercise: number): Dose | null {
  const played = exercises[exercise];
  return (state.exercises[exercise]?.isEasier ? played?.easier?.dose : null) ?? played?.dose ?? null;
}

/** The work of the step it stands at; null when that is no set. */
export function currentWork(playlist: Playlist, state: PlayerState): Work | null {
  const step = stepOf(playlist, state);
  const dose = step?.kind === "work" ? doseOf(playlist, state, step.exercise) : null;
  return dose && workOf(dose);
}

/** Milliseconds the step lasts by itself; null when it waits for the person. */
export function durationMs(playlist: Playlist, state: PlayerState): number | null {
  const step = stepOf(playlist, state);
  if (step && "seconds" in step) return step.seconds * 1000;
  const work = currentWork(playlist, state);
  if (work?.kind === "hold") return work.seconds * 1000;
  if (!work || !state.isPaced) return null;
  return Math.max(0, work.count - state.base) * repetitionSeconds(work) * 1000;
}

/** Milliseconds of the step that have gone; a clock that was set back takes nothing away. */
export function elapsedMs({ clock }: Pick<PlayerState, "clock">, at: number): number {
  return clock.ran + (clock.since === null ? 0 : Math.max(0, at - clock.since));
}

/** Repetitions of the set counted so far, at their pace or by taps; 0 for anything else. */
export function countedRepetitions(playlist: Playlist, state: PlayerState, at: number): number {
  const work = currentWork(playlist, state);
  if (work?.kind !== "repetitions") return 0;
  if (!state.isPaced) return state.base;
  // A thousandth of a millisecond forgives the rounding of fractions of a second.
  const gone = Math.floor((elapsedMs(state, at) + 0.001) / (repetitionSeconds(work) * 1000));
  return Math.min(Math.max(work.count, state.base), state.base + gone);
}

/** Where the body is within one repetition; null when nothing is repeated at a pace. */
export function repetitionPart(playlist: Playlist, state: PlayerState, at: number): OnTheWay | null {
  const work = currentWork(playlist, state);
  if (work?.kind !== "repetitions" || !state.isPaced) return null;
  return partAt(work, elapsedMs(state, at));
}

/** The same for work that goes round and round; `ms` from the start of the first round. */
export function partAt({ go, stay, back }: Extract<Work, { kind: "repetitions" }>, ms: number): OnTheWay {
  const within = (ms / 1000) % (go + stay + back);
  if (within < go) return { part: "go", gone: within / go };
  if (within < go + stay) return { part: "stay", gone: (within - go) / stay };
  return { part: "back", gone: (within - go - stay) / back };
}

/** Whole seconds that are left of a step, as a person counts them down; null when it has no end of its own. */
export function secondsLeft(playlist: Playlist, state: PlayerState, at: number): number | null {
  const duration = durationMs(playlist, state);
  return duration === null ? null : Math.max(0, Math.ceil((duration - elapsedMs(state, at)) / 1000));
}

/** Milliseconds until something to be seen or heard changes by itself: a second, a repetition or a part of one; null when nothing does. */
export function nextLookMs(playlist: Playlist, state: PlayerState, at: number): number | null {
  const duration = durationMs(playlist, state);
  if (duration === null || state.clock.since === null) return null;
  const elapsed = elapsedMs(state, at);
  const left = duration - elapsed;
  const work = currentWork(playlist, state);
  const second = left % 1000 || 1000;
  if (work?.kind !== "repetitions") return Math.max(1, Math.min(left, second));
  const within = (elapsed / 1000) % repetitionSeconds(work);
  const turns = [work.go, work.go + work.stay, repetitionSeconds(work)].map((end) => (end - within) * 1000);
  const turn = Math.min(...turns.filter((ms) => ms > 0.5));
  return Math.max(1, Math.min(left, turn));
}
