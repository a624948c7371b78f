import { forgetOwn, keepOwn, keptOwn } from "@/components/access/own-storage";
import type { OpenSession } from "@/lib/practice/player-session";

/** A session as this device keeps it, so that a page that was closed, or a phone that was switched off, loses nothing of it. */
export type KeptSession = { session: OpenSession; touchedAt: number };

/** Rises when what is kept changes its shape: an older one is let go. */
const SHAPE = 1;

const nameOf = (who: string) => `session.${who}`;

/** The session that was kept for a person; null when there is none, or it cannot be read. */
export function keptSession(who: string): KeptSession | null {
  const text = keptOwn("localStorage", nameOf(who));
  if (!text) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null || !("shape" in kept) || kept.shape !== SHAPE) return null;
    const { session, touchedAt } = kept as unknown as KeptSession;
    const isWhole = session.lines.length === session.state.exercises.length && typeof touchedAt === "number";
    return isWhole && Array.isArray(session.logIds) && Array.isArray(session.handedOver)
      ? { session, touchedAt }
      : null;
  } catch {
    return null;
  }
}

/** Keeps a session as it stands. Without room for it, it lasts as long as the page. */
export function keepSession(who: string, session: OpenSession, touchedAt: number): void {
  keepOwn("localStorage", nameOf(who), JSON.stringify({ shape: SHAPE, session, touchedAt }));
}

export function forgetSession(who: string): void {
  forgetOwn("localStorage", nameOf(who));
}
