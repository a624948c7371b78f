import { bank, bankTime, change } from "./player-banked";
import { backTo, enter, isWorthAsking, nextOpen, shortened } from "./player-course";
import {
  countedRepetitions,
  currentWork,
  durationMs,
  elapsedMs,
  type PainChoice,
  type PlayerState,
  stepOf,
} from "./player-state";
import type { Playlist, Step } from "./player-steps";
import type { SkipReason } from "./vocabulary";

export type PlayerEvent =
  | { do: "tick" | "start" | "pause" | "resume" | "back" | "next" | "count" | "set-done" | "finish" }
  | { do: "pace"; isPaced: boolean }
  | { do: "skip"; reason: SkipReason }
  | { do: "answer"; painNrs: number | null }
  | { do: "choose"; choice: PainChoice }
  | { do: "reconsider" };

/** A clock that was not looked at for this long was left alone: the phone was locked, or another tab was in front. */
export const AWAY_MS = 2000;

/** A log takes no more repetitions of a set. */
const MOST_REPETITIONS = 500;

/**
 * What becomes of a session when something happens at an instant (milliseconds). First whatever ran out by then runs out, at its
 * own instant, so that a step begins when the one before it ended however late that is noticed. After more than `AWAY_MS`
 * without a look, what ran out ran out, with one limit: no set begins unseen. A set that was under way is done, the rest after it
 * runs, and there the session waits. Nothing is asked twice, no set once done is lost, and a pause adds no time.
 *
 * - `next` keeps what was counted or held of a set, from one repetition or one second; it also leaves a rest or an introduction.
 * - `set-done` says that the whole set was done: what was counted, or as prescribed when nothing was.
 * - `back` goes to the beginning of this set or the one before; an exercise that was closed stays so.
 * - `skip` leaves the exercise, `finish` the session; both keep what was done, and pain is still asked about it.
 * - `answer` to the question about pain closes the exercise, unless it is over the ceiling: then comes `choose` first, or
 *   `reconsider`, which asks again.
 */
export function play(playlist: Playlist, before: PlayerState, event: PlayerEvent, at: number): PlayerState {
  const state = tick(playlist, before, at);
  const step = stepOf(playlist, state);
  if (event.do === "pace") return paced(playlist, state, event.isPaced, at);
  if (!step || event.do === "tick") return state;
  switch (event.do) {
    case "pause":
      return state.clock.since === null ? state : { ...stopped(state, at), pause: "asked" };
    case "resume":
      return resumed(playlist, state, at);
    case "back":
      return back(playlist, state, at);
    case "skip":
      return step.kind === "ask" ? state : skipped(playlist, state, step.exercise, event.reason, at);
    case "finish":
      return finished(playlist, state, step, at);
    case "count":
      return counted(playlist, state, at);
    case "set-done":
      return step.kind === "work" ? onward(playlist, bank(playlist, state, at, true), at) : state;
    case "start":
    case "next":
      return step.kind === "ask" ? state : onward(playlist, state, at);
    case "answer":
    case "choose":
    case "reconsider":
      return step.kind === "ask" ? asked(playlist, state, step.exercise, event, at) : state;
  }
}

function tick(playlist: Playlist, before: PlayerState, at: number): PlayerState {
  let state = before;
  for (;;) {
    const { since } = state.clock;
    const duration = durationMs(playlist, state);
    if (since === null) return state;
    if (at < since) return { ...state, clock: { ...state.clock, since: at } };
    const over = duration === null ? -1 : elapsedMs(state, at) - duration;
    if (over < 0) return state;
    const end = at - over;
    const banked = bank(playlist, state, end);
    const to = nextOpen(playlist, banked, state.at + 1);
    const beginsUnseen = over > AWAY_MS && playlist.steps[to]?.kind === "work";
    if (beginsUnseen) return { ...stopped(state, end), pause: "away" };
    state = enter(playlist, banked, to, end);
  }
}

/** The clock of the step stands still. */
function stopped(state: PlayerState, at: number): PlayerState {
  return { ...state, clock: { ran: elapsedMs(state, at), since: null } };
}

function onward(playlist: Playlist, before: PlayerState, at: number): PlayerState {
  const pause = before.pause === "away" ? null : before.pause;
  const state = { ...bank(playlist, before, at), pause, startedAt: before.startedAt ?? at };
  return enter(playlist, state, nextOpen(playlist, state, state.at + 1), at);
}

/** Goes on where it stood; who was away gets a short count before the set that follows. */
function resumed(playlist: Playlist, state: PlayerState, at: number): PlayerState {
  if (state.pause === null) return state;
  const ran = state.pause === "away" ? shortened(playlist, state.at) : state.clock.ran;
  return { ...state, pause: null, clock: { ran, since: at } };
}

function back(playlist: Playlist, state: PlayerState, at: number): PlayerState {
  const to = backTo(playlist, state);
  const exercise = playlist.steps[to ?? -1]?.exercise;
  if (to === null || exercise === undefined) return state;
  const banked = { ...bank(playlist, state, at), isEnding: false };
  const pause = banked.pause === "away" ? null : banked.pause;
  const open = change({ ...banked, pause }, exercise, { skip: null, isDeciding: false });
  return enter(playlist, open, to, at, shortened(playlist, to));
}

function paced(playlist: Playlist, state: PlayerState, isPaced: boolean, at: number): PlayerState {
  if (state.isPaced === isPaced || currentWork(playlist, state)?.kind !== "repetitions") return { ...state, isPaced };
  const base = countedRepetitions(playlist, state, at);
  return { ...bankTime(playlist, state, at), base, isPaced };
}

function counted(playlist: Playlist, state: PlayerState, at: number): PlayerState {
  const work = currentWork(playlist, state);
  if (work?.kind !== "repetitions" || state.clock.since === null) return state;
  const base = Math.min(MOST_REPETITIONS, countedRepetitions(playlist, state, at) + 1);
  const next = { ...bankTime(playlist, state, at), base };
  return state.isPaced && base >= work.count ? onward(playlist, next, at) : next;
}

function skipped(playlist: Playlist, before: PlayerState, exercise: number, skip: SkipReason, at: number): PlayerState {
  const banked = change(bank(playlist, before, at), exercise, { skip });
  const isOver = !isWorthAsking(playlist.steps, banked, exercise);
  const left = isOver ? change(banked, exercise, { closedAt: at }) : banked;
  const state = { ...left, pause: null, startedAt: left.startedAt ?? at };
  return enter(playlist, state, nextOpen(playlist, state, state.at + 1), at);
}

function finished(playlist: Playlist, before: PlayerState, step: Step, at: number): PlayerState {
  const state = { ...bank(playlist, before, at), isEnding: true, pause: null };
  if (step.kind === "ask") return closed(playlist, state, step.exercise, at);
  return enter(playlist, state, nextOpen(playlist, state, state.at + 1), at);
}

type Answering = Extract<PlayerEvent, { do: "answer" | "choose" | "reconsider" }>;

/** What is said at the question about pain. */
function asked(playlist: Playlist, state: PlayerState, exercise: number, event: Answering, at: number): PlayerState {
  const progress = state.exercises[exercise];
  if (event.do === "answer") {
    const { painNrs } = event;
    const isTooMuch = painNrs !== null && painNrs > (playlist.exercises[exercise]?.painCeiling ?? 10);
    const told = change(state, exercise, { painNrs, isDeciding: isTooMuch });
    return isTooMuch ? told : closed(playlist, told, exercise, at);
  }
  if (!progress?.isDeciding) return state;
  if (event.do === "reconsider") return change(state, exercise, { isDeciding: false, painNrs: null });
  const { choice } = event;
  const told = change(state, exercise, { choices: [...progress.choices, choice] });
  if (choice === "stop") return closed(playlist, { ...told, isEnding: true }, exercise, at);
  return (choice === "easier" ? eased(playlist, told, exercise, at) : null) ?? closed(playlist, told, exercise, at);
}

function closed(playlist: Playlist, before: PlayerState, exercise: number, at: number): PlayerState {
  const state = change(before, exercise, { isDeciding: false, closedAt: at });
  return enter(playlist, state, nextOpen(playlist, state, state.at + 1), at);
}

/** Opens the exercise again in its easier version; null when it has none, is being done so already, or the session is to end. */
function eased(playlist: Playlist, state: PlayerState, exercise: number, at: number): PlayerState | null {
  const { steps, sets, exercises } = playlist;
  const progress = state.exercises[exercise];
  if (!progress || progress.isEasier || state.isEnding || !exercises[exercise]?.easier) return null;
  const own = sets.flatMap((set, index) => (set.exercise === exercise ? [index] : []));
  const open = own.filter((set) => !state.sets[set]?.isWhole);
  // When all was done already, one set is enough to feel whether the easier version is better.
  const redo = open.length > 0 ? open : own.slice(-1);
  const { painNrs: painBefore } = progress;
  const changes = { isDeciding: false, skip: null, isEasier: true, redo, painNrs: null, painBefore };
  const intro = steps.findIndex((step) => step.kind === "intro" && step.exercise === exercise);
  return enter(playlist, change(state, exercise, changes), intro, at);
}
