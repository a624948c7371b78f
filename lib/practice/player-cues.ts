import { doseInWords, durationInWords } from "@/lib/plans/dosage";
import { AWAY_MS } from "./player";
import {
  countedRepetitions,
  currentWork,
  doseOf,
  type PlayerState,
  repetitionPart,
  secondsLeft,
  stepOf,
} from "./player-state";
import type { PlayedSide, Playlist, Step } from "./player-steps";

/** `tick` for each of the last three seconds, `go` when a set begins, `end` when something is over, `count` for a repetition. */
export type Sound = "tick" | "go" | "end" | "count" | "turn";

/** What is heard at a moment: a sound, and words for a voice. */
export type Cue = { sound: Sound | null; say: string | null };

/** Seconds before the end of a count, a hold or a rest that can be heard. */
const LAST_SECONDS = 3;

/** A session as it stood at an instant, in milliseconds. */
export type Seen = { state: PlayerState; at: number };

/**
 * What is to be heard between two looks at a session, or null. After being away only the step it has come to is told, and
 * nothing sounds while it stands still.
 */
export function cueBetween(playlist: Playlist, before: Seen, now: Seen): Cue | null {
  const { state, at } = now;
  if (before.state.at !== state.at || (before.state.endedAt === null) !== (state.endedAt === null)) {
    return { sound: soundOf(stepOf(playlist, state)), say: stepInWords(playlist, state) };
  }
  if (state.pause === "away" && before.state.pause !== "away") return { sound: "end", say: AWAY_WORDS };
  if (state.clock.since === null || before.state.clock.since === null || at - before.at > AWAY_MS) return null;
  const count = countedRepetitions(playlist, state, at);
  if (count > countedRepetitions(playlist, before.state, before.at)) return { sound: "count", say: String(count) };
  const left = secondsLeft(playlist, state, at);
  const isCountdown = currentWork(playlist, state)?.kind !== "repetitions";
  const hasTicked = left !== secondsLeft(playlist, before.state, before.at);
  if (isCountdown && hasTicked && left !== null && left > 0 && left <= LAST_SECONDS) {
    return { sound: "tick", say: null };
  }
  const [part, earlier] = [repetitionPart(playlist, state, at), repetitionPart(playlist, before.state, before.at)];
  return part && earlier && part.part !== earlier.part ? { sound: "turn", say: null } : null;
}

const AWAY_WORDS = "That part is over. Carry on when you are ready.";

function soundOf(step: Step | null): Sound | null {
  if (step?.kind === "work") return "go";
  return step?.kind === "ready" || step?.kind === "intro" ? null : "end";
}

/** "left side", "right side"; "" where sides are not told apart. */
function sideInWords(side: PlayedSide): string {
  return side === null ? "" : `${side} side`;
}

/** "Set 2 of 3, left side". */
export function setInWords({ sets }: Playlist, set: number): string {
  const played = sets[set];
  if (!played) return "";
  const side = sideInWords(played.side);
  return `Set ${played.number} of ${played.of}${side ? `, ${side}` : ""}`;
}

/** The exercise as it is done now: its easier version's name once that was chosen. */
export function titleOf({ exercises }: Playlist, state: Pick<PlayerState, "exercises">, exercise: number): string {
  const played = exercises[exercise];
  return (state.exercises[exercise]?.isEasier ? played?.easier?.title : null) ?? played?.title ?? "";
}

/** What a voice says when a step begins, and what is read to who cannot see it. */
export function stepInWords(playlist: Playlist, state: PlayerState): string {
  const step = stepOf(playlist, state);
  if (!step) return "That is everything.";
  const dose = doseOf(playlist, state, step.exercise);
  const title = titleOf(playlist, state, step.exercise);
  switch (step.kind) {
    case "intro":
      return `Next: ${title}. ${dose ? doseInWords(dose) : ""}.`;
    case "ready":
      return `Get ready. ${title}. ${setInWords(playlist, step.set)}.`;
    case "rest":
      return `Rest for ${durationInWords(step.seconds)}.`;
    case "switch":
      return `Switch sides. ${setInWords(playlist, step.set)}.`;
    case "ask":
      return `${title} is over. How much did it hurt?`;
    case "work": {
      const work = currentWork(playlist, state);
      if (work?.kind === "hold") return `Hold for ${durationInWords(work.seconds)}.`;
      return work ? `Go. ${work.count} ${work.count === 1 ? "repetition" : "repetitions"}.` : "";
    }
  }
}
