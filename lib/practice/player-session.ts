import type { CalendarDay } from "@/lib/core/calendar";
import { lineName } from "./line-name";
import { play } from "./player";
import { hasEndedEarly, logOf, totalsOf } from "./player-log";
import { newState, type PlayerState } from "./player-state";
import { type PlayedExercise, type Playlist, playlistOf } from "./player-steps";

/** One exercise of a session and the occurrence it is kept under. */
export type SessionLine = PlayedExercise & { itemId: string; key: string; dueOn: CalendarDay; occasion: number };

/** A session on this device. It holds plain values alone. */
export type OpenSession = {
  id: string;
  day: CalendarDay;
  lines: readonly SessionLine[];
  /** What each line's log will be called: made once, so that sending it twice is the same thing sent twice. */
  logIds: readonly string[];
  /** Which of the logs were handed over to be sent. */
  handedOver: readonly boolean[];
  state: PlayerState;
};

/** A session that waits for its start; `isPaced` counts its repetitions at their pace. `makeId` gives a new id each time. */
export function openSession(
  lines: readonly SessionLine[],
  { day, isPaced, makeId }: { day: CalendarDay; isPaced: boolean; makeId: () => string },
): OpenSession {
  return {
    id: makeId(),
    day,
    lines,
    logIds: lines.map(() => makeId()),
    handedOver: lines.map(() => false),
    state: newState(playlistOf(lines), isPaced),
  };
}

/** The logs that can be kept and were not handed over yet, by their place in the session. */
export function newlyClosed({ handedOver, state }: OpenSession): number[] {
  return state.exercises.flatMap(({ closedAt }, index) => (closedAt !== null && !handedOver[index] ? [index] : []));
}

/**
 * A log as it is sent: what `recordSchema` takes; null when there is nothing to say of it. `aheadMs` is how far the portal's clock
 * is ahead of the device's.
 */
export function logBody(session: OpenSession, playlist: Playlist, index: number, aheadMs: number) {
  const line = session.lines[index];
  const id = session.logIds[index];
  const kept = logOf(playlist, session.state, index);
  if (!line || !id || !kept) return null;
  const { itemId: planItemId, dueOn, occasion } = line;
  const performedAt = instant(kept.at, aheadMs);
  return { id, entries: [{ id, planItemId, dueOn, occasion, ...kept.log, performedAt, sessionId: session.id }] };
}

/**
 * The session as it is sent: what `finishSessionSchema` takes; null when it was never begun. It ends no sooner than the time spent
 * in it, should somebody have set the clock back.
 */
export function sessionBody(
  { id, state }: OpenSession,
  playlist: Playlist,
  told: { effortRpe: number | null; note: string },
  aheadMs: number,
) {
  const { startedAt, endedAt } = state;
  if (startedAt === null || endedAt === null) return null;
  const { activeSeconds } = totalsOf(playlist, state);
  const ended = Math.max(endedAt, startedAt + activeSeconds * 1000);
  return {
    id,
    startedAt: instant(startedAt, aheadMs),
    endedAt: instant(ended, aheadMs),
    activeSeconds,
    ...told,
    endedEarly: hasEndedEarly(state),
  };
}

const instant = (ms: number, aheadMs: number) => new Date(ms + aheadMs).toISOString();

/** Milliseconds after which a session nobody came back to is over. */
const FORGOTTEN_MS = 4 * 3_600_000;

/** Whether a session this device kept is of another day, or was left so long ago that nobody will go on with it. */
export function isForgotten(
  session: Pick<OpenSession, "day">,
  { day, at, touchedAt }: { day: CalendarDay; at: number; touchedAt: number },
): boolean {
  return session.day !== day || at - touchedAt > FORGOTTEN_MS;
}

/** Whether a kept session can go on: it is over but for its last questions, or all that is open of it is still due as it was. */
export function canGoOn(session: OpenSession, due: readonly SessionLine[]): boolean {
  if (session.state.endedAt !== null) return session.state.startedAt !== null;
  const names = new Set(due.map(lineName));
  const open = session.lines.filter((_, index) => session.state.exercises[index]?.closedAt === null);
  return open.length > 0 && open.every((line) => names.has(lineName(line)));
}

/** The session ended where it was left: what was done of an exercise is kept without an answer about its pain. */
export function endedWhereLeft(session: OpenSession, touchedAt: number): OpenSession {
  const playlist = playlistOf(session.lines);
  let { state } = session;
  for (let asks = 0; state.endedAt === null && asks <= session.lines.length; asks++) {
    state = play(playlist, state, { do: "finish" }, touchedAt);
  }
  return { ...session, state };
}

/** The session put down where it stands: it waits for the person to go on. */
export function putDown(session: OpenSession, touchedAt: number): OpenSession {
  return { ...session, state: play(playlistOf(session.lines), session.state, { do: "pause" }, touchedAt) };
}
