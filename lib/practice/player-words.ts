import { durationInWords } from "@/lib/plans/dosage";
import { logOf, totalsOf } from "./player-log";
import type { PlayerState } from "./player-state";
import type { Playlist } from "./player-steps";
import { resultInWords } from "./result-words";

const counted = (count: number, singular: string) => `${count} ${singular}${count === 1 ? "" : "s"}`;

/** What was done of an exercise so far, such as "Done: 3 sets of 10 repetitions"; "" for nothing that can be told. */
export function doneOfExercise(playlist: Playlist, state: PlayerState, exercise: number): string {
  const kept = logOf(playlist, state, exercise);
  return kept ? resultInWords(kept.log) : "";
}

/** What a session came to: "2 exercises, 5 sets, in 12 minutes." Under a minute in seconds. */
export function sessionInWords(playlist: Playlist, state: PlayerState): string {
  const { exercises, sets, activeSeconds } = totalsOf(playlist, state);
  if (sets === 0) return "You did no exercise this time.";
  const time = activeSeconds < 60 ? activeSeconds : Math.round(activeSeconds / 60) * 60;
  return `${counted(exercises, "exercise")}, ${counted(sets, "set")}, in ${durationInWords(time)}.`;
}
