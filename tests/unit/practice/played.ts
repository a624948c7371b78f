import type { Dose } from "@/lib/plans/schemas";
import { type PlayerEvent, play } from "@/lib/practice/player";
import { newState, type PlayerState } from "@/lib/practice/player-state";
import { type PlayedExercise, type Playlist, playlistOf } from "@/lib/practice/player-steps";

export const dose = (changes: Partial<Dose> = {}): Dose => ({
  sets: 2,
  repetitions: 10,
  holdSeconds: null,
  restSeconds: 30,
  loadKg: null,
  tempo: null,
  side: "none",
  ...changes,
});

export const HOLD: Partial<Dose> = { repetitions: null, holdSeconds: 20 };

export function exercise(title: string, of: Partial<Dose> = {}, changes: Partial<PlayedExercise> = {}): PlayedExercise {
  return { title, dose: dose(of), painCeiling: 4, superset: null, easier: null, ...changes };
}

/** Steps as short words, such as "rest 30 Bridge 2" or "work Bridge 2 left". */
export function told({ exercises, sets, steps }: Playlist): string[] {
  return steps.map((step) => {
    const title = exercises[step.exercise]?.title ?? "";
    if (step.kind === "intro" || step.kind === "ask") return `${step.kind} ${title}`;
    const set = sets[step.set];
    const seconds = "seconds" in step ? ` ${step.seconds}` : "";
    return `${step.kind}${seconds} ${title} ${set?.number}${set?.side ? ` ${set.side}` : ""}`;
  });
}

/** A session that is played by hand, at instants in seconds from its beginning. */
export class Played {
  readonly playlist: Playlist;
  state: PlayerState;
  /** The step it stands at, in the same short words. */
  now = "";
  #lookedAt = 0;
  constructor(exercises: readonly PlayedExercise[], isPaced = true) {
    this.playlist = playlistOf(exercises);
    this.state = newState(this.playlist, isPaced);
    this.#play({ do: "tick" }, 0);
  }
  /** Somebody looks at it all the time until then, and does these. */
  at(seconds: number, ...events: PlayerEvent[]): this {
    for (let look = this.#lookedAt + 1000; look < seconds * 1000; look += 1000) this.#play({ do: "tick" }, look);
    return this.asleep(seconds, ...events);
  }
  /** Nobody looks at it until then. */
  asleep(seconds: number, ...events: PlayerEvent[]): this {
    for (const event of [{ do: "tick" } as const, ...events]) this.#play(event, Math.round(seconds * 1000));
    return this;
  }
  #play(event: PlayerEvent, at: number): void {
    this.state = play(this.playlist, this.state, event, at);
    this.now = told(this.playlist)[this.state.at] ?? "over";
    this.#lookedAt = at;
  }
}
