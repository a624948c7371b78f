import { useEffect, useState, useSyncExternalStore } from "react";
import type { OutgoingQueue } from "@/components/offline/outgoing";
import { cueBetween, type Seen } from "@/lib/practice/player-cues";
import type { OpenSession } from "@/lib/practice/player-session";
import { playlistOf } from "@/lib/practice/player-steps";
import { createAudio } from "./player-audio";
import { keepSession } from "./player-kept";
import { playerSettings } from "./player-settings";
import { createPlayerStore, type PlayerStore } from "./player-store";
import { handOver } from "./session-keeping";

type Way = { who: string; outgoing: OutgoingQueue; aheadMs: number };

function later(work: () => void, delay: number) {
  const timer = window.setTimeout(work, delay);
  return () => window.clearTimeout(timer);
}

function begin(opened: OpenSession, { who, ...way }: Way) {
  const audio = createAudio();
  const playlist = playlistOf(opened.lines);
  let session = opened;
  const player = createPlayerStore({
    playlist,
    state: opened.state,
    clock: Date.now,
    schedule: later,
    onLook(before, now) {
      const cue = cueBetween(playlist, before, now);
      if (cue) audio.cue(cue, playerSettings());
      if (now.state === before.state) return;
      session = handOver({ ...session, state: now.state }, playlist, way);
      if (now.state.startedAt !== null) keepSession(who, session, now.at);
    },
  });
  return { player, audio, getSession: () => session };
}

export type PlayerRun = ReturnType<typeof begin> & { player: PlayerStore; seen: Seen };

/** A session under way: it looks at the clock while the page is there, sounds, and keeps what was done as it is done. */
export function usePlayerRun(opened: OpenSession, way: Way): PlayerRun {
  const [run] = useState(() => begin(opened, way));
  const { player, audio } = run;
  const seen = useSyncExternalStore(player.subscribe, player.getSeen, player.getSeen);

  useEffect(() => {
    const stop = player.watch();
    const look = () => {
      audio.wake();
      player.send({ do: "tick" });
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
      audio.close();
    };
  }, [player, audio]);

  return { ...run, seen };
}
