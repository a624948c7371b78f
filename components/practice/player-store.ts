import { type PlayerEvent, play } from "@/lib/practice/player";
import type { Seen } from "@/lib/practice/player-cues";
import { nextLookMs, type PlayerState } from "@/lib/practice/player-state";
import type { Playlist } from "@/lib/practice/player-steps";

type Surroundings = {
  playlist: Playlist;
  state: PlayerState;
  /** The device's clock, in milliseconds. */
  clock: () => number;
  /** Does it later, after so many milliseconds; gives a way to call it off. */
  schedule: (work: () => void, delay: number) => () => void;
  /** Hears of every look at the session, in order. */
  onLook: (before: Seen, now: Seen) => void;
};

export type PlayerStore = ReturnType<typeof createPlayerStore>;

/**
 * A session that runs. It looks at the clock whenever something on show changes, and not more often; how late a timer fires adds to
 * no time, because every look asks for the instant.
 */
export function createPlayerStore({ playlist, state, clock, schedule, onLook }: Surroundings) {
  let seen: Seen = { state, at: clock() };
  let cancel: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function look(event: PlayerEvent) {
    const before = seen;
    const at = clock();
    seen = { state: play(playlist, before.state, event, at), at };
    plan();
    onLook(before, seen);
    for (const listener of listeners) listener();
  }

  function plan() {
    cancel?.();
    const delay = nextLookMs(playlist, seen.state, seen.at);
    cancel = delay === null ? null : schedule(() => look({ do: "tick" }), delay);
  }

  return {
    playlist,
    getSeen: () => seen,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: look,
    /** Begins to look, and gives a way to stop; the session itself runs on. */
    watch() {
      look({ do: "tick" });
      return () => {
        cancel?.();
        cancel = null;
      };
    },
  };
}
