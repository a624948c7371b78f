import { DEFAULT_REPETITION_SECONDS } from "@/lib/plans/dosage";
import type { Dose } from "@/lib/plans/schemas";

/** Seconds of the count before a set begins. Our own round figure, enough to lie down or let go of the phone. */
export const READY_SECONDS = 5;

/** Least seconds to change sides. Our own round figure. */
const SWITCH_SECONDS = 10;

/** What an engine must know of an exercise to be played. */
export type PlayedExercise = {
  title: string;
  dose: Dose;
  /** Pain (0-10) above which the clinic's advice is given. */
  painCeiling: number;
  /** Lines with one of these are done in turn, set by set; null for one that is done alone. */
  superset: string | null;
  /** What may be done in its place; null when there is nothing easier. Its dose has the sets and the side of the line. */
  easier: { title: string; dose: Dose } | null;
};

export type PlayedSide = "left" | "right" | null;

/** One set, in the order they are done. `number` counts from 1 within a side, `of` is how many there are on it. */
export type PlayedSet = { exercise: number; number: number; of: number; side: PlayedSide };

/** `ready`, `rest` and `switch` lead in to the set that follows them. `intro` and `ask` wait for the person. */
export type Step =
  | { kind: "intro"; exercise: number }
  | { kind: "ask"; exercise: number }
  | { kind: LeadIn; exercise: number; set: number; seconds: number }
  | { kind: "work"; exercise: number; set: number };
export type LeadIn = "ready" | "rest" | "switch";

/** A session laid out: what is done, in which sets, step by step. Indices of exercises, sets and steps count from 0. */
export type Playlist = {
  exercises: readonly PlayedExercise[];
  sets: readonly PlayedSet[];
  steps: readonly Step[];
};

/**
 * The steps of a session, exercises in the order given. `both` does all sets of the left side, then all of the right;
 * `alternating` swaps within a set, so nothing is switched between sets. Rest comes between sets, never after the last. Where
 * no rest is prescribed a set begins with a count all the same. Lines of one superset stand where the first of them stands: a set
 * of each in turn with a count between them, and the longest rest among them after each round. Each exercise opens with an
 * introduction, and its questions come when all sets of it, or of its superset, are over.
 */
export function playlistOf(exercises: readonly PlayedExercise[]): Playlist {
  const sets: PlayedSet[] = [];
  const steps: Step[] = [];
  for (const group of groupsOf(exercises)) {
    const rest = Math.max(...group.map((exercise) => exercises[exercise]?.dose.restSeconds ?? 0));
    const turns = inTurn(group.map((exercise) => setsOf(exercise, exercises[exercise]?.dose)));
    turns.forEach(({ set, opensRound }, place) => {
      const at = sets.push(set) - 1;
      const isFirst = !turns.slice(0, place).some((turn) => turn.set.exercise === set.exercise);
      const before = turns.slice(0, place).findLast((turn) => turn.set.exercise === set.exercise);
      const isSwitch = before !== undefined && before.set.side !== set.side;
      const pause = opensRound ? rest : 0;
      const { exercise } = set;
      if (isFirst) steps.push({ kind: "intro", exercise });
      const lead = isFirst ? "ready" : isSwitch ? "switch" : pause > 0 ? "rest" : "ready";
      const seconds = lead === "switch" ? Math.max(pause, SWITCH_SECONDS) : lead === "rest" ? pause : READY_SECONDS;
      steps.push({ kind: lead, exercise, set: at, seconds }, { kind: "work", exercise, set: at });
    });
    for (const exercise of group) steps.push({ kind: "ask", exercise });
  }
  return { exercises, sets, steps };
}

/** Exercises done alone, and those of one superset together. */
function groupsOf(exercises: readonly PlayedExercise[]): number[][] {
  const groups: number[][] = [];
  const known = new Map<string, number[]>();
  exercises.forEach(({ superset }, index) => {
    const group = superset === null ? undefined : known.get(superset);
    if (group) {
      group.push(index);
      return;
    }
    const begun = [index];
    groups.push(begun);
    if (superset !== null) known.set(superset, begun);
  });
  return groups;
}

function setsOf(exercise: number, dose: Dose | undefined): PlayedSet[] {
  if (!dose) return [];
  const sides: PlayedSide[] =
    dose.side === "both" ? ["left", "right"] : [dose.side === "left" || dose.side === "right" ? dose.side : null];
  return sides.flatMap((side) =>
    Array.from({ length: dose.sets }, (_, index) => ({ exercise, number: index + 1, of: dose.sets, side })),
  );
}

/** The first set of each, then the second of each; `opensRound` is true of the first set of each round but the very first. */
function inTurn(members: readonly PlayedSet[][]): { set: PlayedSet; opensRound: boolean }[] {
  const rounds = Math.max(...members.map((sets) => sets.length));
  return Array.from({ length: rounds }, (_, round) => members.flatMap((sets) => sets[round] ?? [])).flatMap(
    (sets, round) => sets.map((set, place) => ({ set, opensRound: round > 0 && place === 0 })),
  );
}

/** The work of one set. Seconds; a repetition goes, stays at its far end, and comes back. */
export type Work =
  | { kind: "hold"; seconds: number }
  | { kind: "repetitions"; count: number; go: number; stay: number; back: number };

/**
 * The work of a set of a dose. A tempo of lower, pause and lift is the way out, the stay and the way back; a repetition that is
 * held is held at its far end. Without a tempo, or with one of no time at all, out and back take 3 s together.
 */
export function workOf({ repetitions, holdSeconds, tempo }: Dose): Work {
  if (repetitions === null) return { kind: "hold", seconds: holdSeconds ?? 0 };
  const [lower = 0, pause = 0, lift = 0] = (tempo ?? "").split("-").map(Number);
  const isPaced = lower + pause + lift > 0;
  const half = DEFAULT_REPETITION_SECONDS / 2;
  return {
    kind: "repetitions",
    count: repetitions,
    go: isPaced ? lower : half,
    stay: (isPaced ? pause : 0) + (holdSeconds ?? 0),
    back: isPaced ? lift : half,
  };
}

/** Seconds one repetition takes at its pace; 0 for a hold. */
export function repetitionSeconds(work: Work): number {
  return work.kind === "hold" ? 0 : work.go + work.stay + work.back;
}
