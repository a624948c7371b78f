import type { ExerciseProgress, PainChoice, PlayerState, SetDone } from "./player-state";
import type { PlayedSet, Playlist } from "./player-steps";
import type { Outcome, SkipReason } from "./vocabulary";
import { SKIP_REASON_WORDS } from "./vocabulary";

/** What a log says of one exercise of a session. Effort is asked once, of the whole session. */
export type PlayedLog = {
  outcome: Outcome;
  skipReason: SkipReason | null;
  setsDone: number | null;
  repetitionsDone: number | null;
  holdSecondsDone: number | null;
  loadKg: number | null;
  painNrs: number | null;
  effortRpe: null;
  note: string;
};

type Told = { set: PlayedSet; done: SetDone };

/**
 * What is kept of an exercise, and when it was done (milliseconds); null for one nothing can be said of: it was neither done nor
 * left out with a reason.
 *
 * Done is every set as prescribed, partly is anything less. Sets of `both` count by the pair, half of one rounded up; the note says
 * which side. Repetitions and seconds are of one set: as the last one had it when every set came up to the dose, so that more than
 * was asked shows; the mean, rounded down, when one fell short; the note then tells them one by one. What the easier version
 * counted differently is left to the note. The worst pain of the exercise counts.
 */
export function logOf(playlist: Playlist, state: PlayerState, exercise: number): { at: number; log: PlayedLog } | null {
  const played = playlist.exercises[exercise];
  const progress = state.exercises[exercise];
  if (!played || !progress) return null;
  const own = playlist.sets.map((set, index) => ({ set, done: state.sets[index] ?? null }));
  const ofIt = own.filter(({ set }) => set.exercise === exercise);
  const told = ofIt.filter((one): one is Told => one.done !== null);
  const { painNrs, painBefore, choices, doneAt, closedAt } = progress;
  const worst = painNrs === null || painBefore === null ? (painNrs ?? painBefore) : Math.max(painNrs, painBefore);
  const skipReason = progress.skip ?? (painBefore === null ? null : "pain");
  if (told.length === 0) {
    if (skipReason === null) return null;
    const nothing = { setsDone: null, repetitionsDone: null, holdSecondsDone: null, loadKg: null, effortRpe: null };
    const note = sentences(choices.map((choice) => CHOICE_WORDS[choice]));
    return { at: closedAt ?? 0, log: { outcome: "skipped", skipReason, ...nothing, painNrs: worst, note } };
  }
  const { dose, easier } = played;
  const isDone = told.length === ofIt.length && told.every(({ done }) => done.isWhole);
  const likeDose = told.filter(({ done }) => !done.isEasier || isAlike(dose.repetitions, easier?.dose.repetitions));
  const repetitions = likeDose.map(({ done }) => done.repetitions);
  const held = likeDose.map(({ done }) => done.holdSeconds);
  const log: PlayedLog = {
    outcome: isDone ? "done" : "partly",
    skipReason: null,
    setsDone: dose.side === "both" ? Math.round(told.length / 2) : told.length,
    repetitionsDone: dose.repetitions === null ? null : ofOneSet(repetitions, dose.repetitions),
    holdSecondsDone: dose.holdSeconds === null ? null : ofOneSet(held, dose.holdSeconds),
    loadKg: told.some(({ done }) => done.isEasier) ? null : dose.loadKg,
    painNrs: worst,
    effortRpe: null,
    note: sentences([
      dose.side === "both" ? sidesInWords(told) : null,
      oneByOne("Repetitions", repetitions),
      dose.repetitions === null ? oneByOne("Seconds held", held) : null,
      progress.skip === null ? null : `Stopped this exercise: ${lowerFirst(SKIP_REASON_WORDS[progress.skip])}`,
      ...choices.map((choice) => CHOICE_WORDS[choice]),
      easierInWords(told, progress, easier?.title),
    ]),
  };
  return { at: doneAt ?? closedAt ?? 0, log };
}

/** What a clinician reads of a choice after too much pain. */
const CHOICE_WORDS: Record<PainChoice, string> = {
  stop: "Pain was over the limit: chose to stop for the day",
  easier: "Pain was over the limit: chose an easier version",
  "go-on": "Pain was over the limit: chose to go on",
};

const isAlike = (a: number | null, b: number | null | undefined) => (a === null) === (b === null || b === undefined);

/** The count of one set; null when any is not known, or there is none. */
function ofOneSet(counts: readonly (number | null)[], prescribed: number): number | null {
  const known = counts.filter((count) => count !== null);
  const last = known.at(-1);
  if (last === undefined || known.length < counts.length) return null;
  if (known.every((count) => count >= prescribed)) return last;
  return Math.floor(known.reduce((sum, count) => sum + count, 0) / known.length);
}

function oneByOne(what: string, counts: readonly (number | null)[]): string | null {
  return new Set(counts).size < 2
    ? null
    : `${what}, set by set: ${counts.map((count) => count ?? "not counted").join(", ")}`;
}

const counted = (count: number, singular: string) => `${count} ${singular}${count === 1 ? "" : "s"}`;

/** Which side was done how often, where that differs. */
function sidesInWords(told: readonly Told[]): string | null {
  const on = (side: PlayedSet["side"]) => told.filter(({ set }) => set.side === side).length;
  const [left, right] = [on("left"), on("right")];
  if (left === right) return null;
  if (left > 0 && right > 0) return `Left side ${counted(left, "set")}, right side ${counted(right, "set")}`;
  return `${left > 0 ? "Left" : "Right"} side only, ${counted(left + right, "set")}`;
}

function easierInWords(
  told: readonly Told[],
  { isEasier }: ExerciseProgress,
  title: string | undefined,
): string | null {
  if (!isEasier || title === undefined) return null;
  const sets = told.filter(({ done }) => done.isEasier).length;
  return sets > 0
    ? `${counted(sets, "set")} done in the easier version, ${title}`
    : `Tried the easier version, ${title}`;
}

const sentences = (parts: readonly (string | null)[]) =>
  parts
    .filter((part) => part !== null)
    .map((part) => `${part}.`)
    .join(" ");

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a session came to: exercises and sets done, and time spent practising. */
export type SessionTotals = { exercises: number; sets: number; activeSeconds: number };

/** Sets of `both` count one by one here. Seconds are whole. */
export function totalsOf({ sets }: Playlist, state: PlayerState): SessionTotals {
  const done = sets.filter((_, index) => state.sets[index] !== null);
  return {
    exercises: new Set(done.map(({ exercise }) => exercise)).size,
    sets: done.length,
    activeSeconds: Math.round(state.activeMs / 1000),
  };
}

/** Whether a session that is over left an exercise neither done nor skipped. */
export function hasEndedEarly({ exercises }: Pick<PlayerState, "exercises">): boolean {
  return exercises.some(({ closedAt }) => closedAt === null);
}
