import { useEffect, useState } from "react";
import type { OutgoingQueue } from "@/components/offline/outgoing";
import { outgoingOf } from "@/components/offline/use-outgoing";
import { newId } from "@/lib/core/ids";
import { lineName } from "@/lib/practice/line-name";
import { canGoOn, type OpenSession, openSession, putDown, type SessionLine } from "@/lib/practice/player-session";
import { keptSession } from "./player-kept";
import { playerSettings } from "./player-settings";
import { clockAhead } from "./portal-clock";
import { endForgotten, endKept, handOverAgain } from "./session-keeping";
import { waitingOccasions } from "./waiting-occasions";

type Opening = { who: string; day: string; now: string; lines: readonly SessionLine[] };

/** A session to be played, and how far the portal's clock is ahead of the device's. */
type Opened = { session: OpenSession | null; aheadMs: number };

/**
 * The session to be played: the one this device kept, where it was left, or a new one of what is due and not waiting to be sent;
 * null when there is nothing to do. Undefined until the page runs in a browser.
 */
export function useOpenSession(opening: Opening): Opened | undefined {
  const [first] = useState(opening);
  const [known, setKnown] = useState<Opened | undefined>(undefined);
  useEffect(() => {
    let isLeft = false;
    const outgoing = outgoingOf(first.who);
    const aheadMs = clockAhead(first.now);
    void outgoing.refresh().then(() => {
      if (!isLeft) setKnown({ session: opened(first, { outgoing, aheadMs }), aheadMs });
    });
    return () => {
      isLeft = true;
    };
  }, [first]);
  return known;
}

function opened({ who, day, lines }: Opening, way: { outgoing: OutgoingQueue; aheadMs: number }): OpenSession | null {
  endForgotten(who, day, way);
  const kept = keptSession(who);
  if (kept && canGoOn(kept.session, lines)) return handOverAgain(putDown(kept.session, kept.touchedAt), way);
  if (kept) endKept(who, way);
  const told = waitingOccasions(way.outgoing.getState().items);
  const open = lines.filter((line) => !told.has(lineName(line)));
  return open.length === 0 ? null : openSession(open, { day, isPaced: playerSettings().isPaced, makeId: newId });
}
