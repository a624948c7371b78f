import type { OutgoingQueue } from "@/components/offline/outgoing";
import {
  endedWhereLeft,
  isForgotten,
  logBody,
  newlyClosed,
  type OpenSession,
  sessionBody,
} from "@/lib/practice/player-session";
import { type Playlist, playlistOf } from "@/lib/practice/player-steps";
import { OUTCOME_WORDS } from "@/lib/practice/vocabulary";
import { forgetSession, keptSession } from "./player-kept";

/** Hands over the logs of exercises that were closed since, and gives the session that remembers it. */
export function handOver(
  session: OpenSession,
  playlist: Playlist,
  { outgoing, aheadMs }: { outgoing: OutgoingQueue; aheadMs: number },
): OpenSession {
  const closed = newlyClosed(session);
  if (closed.length === 0) return session;
  for (const index of closed) {
    const body = logBody(session, playlist, index, aheadMs);
    const outcome = body?.entries[0]?.outcome;
    if (body && outcome) {
      const words = `${session.lines[index]?.title}: ${OUTCOME_WORDS[outcome].toLowerCase()}`;
      void outgoing.give("practice.record", body, words);
    }
  }
  return { ...session, handedOver: session.handedOver.map((done, index) => done || closed.includes(index)) };
}

/** Hands over every log anew: a device that was switched off at the wrong moment may have kept the session and not the log. */
export function handOverAgain(session: OpenSession, way: { outgoing: OutgoingQueue; aheadMs: number }): OpenSession {
  return handOver({ ...session, handedOver: session.handedOver.map(() => false) }, playlistOf(session.lines), way);
}

/** Hands over a session that is over, with what was told of it, and lets go of it once that is kept. Gives when it was tried. */
export async function handOverEnd(
  who: string,
  session: OpenSession,
  told: { effortRpe: number | null; note: string },
  { outgoing, aheadMs }: { outgoing: OutgoingQueue; aheadMs: number },
): Promise<void> {
  const body = sessionBody(session, playlistOf(session.lines), told, aheadMs);
  const given = body ? outgoing.give("practice.finish-session", body, "How the whole session went") : null;
  await given?.kept;
  if (outgoing.getState().isKept) forgetSession(who);
  await given?.fate;
}

/** Ends a session this device kept and nobody came back to: what was done of it is handed over, and it is let go. */
export function endKept(who: string, way: { outgoing: OutgoingQueue; aheadMs: number }): void {
  const kept = keptSession(who);
  if (!kept) return;
  const ended = endedWhereLeft(kept.session, kept.touchedAt);
  handOverAgain(ended, way);
  void handOverEnd(who, ended, { effortRpe: null, note: "" }, way);
}

/** The same, when it is of another day or was left hours ago. */
export function endForgotten(who: string, day: string, way: { outgoing: OutgoingQueue; aheadMs: number }): void {
  const kept = keptSession(who);
  const at = Date.now();
  if (kept && isForgotten(kept.session, { day, at, touchedAt: kept.touchedAt })) endKept(who, way);
}
