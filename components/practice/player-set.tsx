import { type ReactNode, useCallback } from "react";
import { doseInWords } from "@/lib/plans/dosage";
import { nextOpen } from "@/lib/practice/player-course";
import { setInWords, titleOf } from "@/lib/practice/player-cues";
import { currentWork, doseOf, durationMs, elapsedMs, secondsLeft, stepOf } from "@/lib/practice/player-state";
import { PlayerCount } from "./player-count";
import { PlayerRing } from "./player-ring";
import type { PlayerRun } from "./use-player-run";

const CAPTIONS = { ready: "Get ready", rest: "Rest", switch: "Switch sides", work: "Hold" } as const;

/** A set, or what leads in to it: the picture, the set's number, and the ring or the count. */
export function PlayerSet({ run, picture }: { run: PlayerRun; picture: ReactNode }) {
  const { player, seen } = run;
  const { playlist, getSeen } = player;
  const { state, at } = seen;
  const goneNow = useCallback(() => {
    const now = getSeen().state;
    const whole = durationMs(playlist, now);
    return whole ? elapsedMs(now, Date.now()) / whole : 0;
  }, [playlist, getSeen]);

  const step = stepOf(playlist, state);
  if (!step || step.kind === "intro" || step.kind === "ask") return null;
  const dose = doseOf(playlist, state, step.exercise);
  const left = secondsLeft(playlist, state, at) ?? 0;
  const duration = durationMs(playlist, state) ?? 0;
  const caption = CAPTIONS[step.kind];
  return (
    <div className="flex flex-1 flex-col gap-3 text-center flat:grid flat:grid-cols-2 flat:items-center flat:gap-4">
      <div className="flex flex-1 flex-col gap-3 cramped:contents flat:gap-2">
        <div>
          <h1 className="text-xl">{titleOf(playlist, state, step.exercise)}</h1>
          <p className="font-semibold text-lg">{setInWords(playlist, step.set)}</p>
          {dose ? <p className="text-ink-soft text-sm">{doseInWords(dose)}</p> : null}
        </div>
        <div className="grid flex-1 place-items-center cramped:order-last">{picture}</div>
      </div>
      <div className="grid gap-3 flat:gap-2">
        {currentWork(playlist, state)?.kind === "repetitions" ? (
          <PlayerCount run={run} />
        ) : (
          <PlayerRing
            gone={duration > 0 ? elapsedMs(state, at) / duration : 1}
            goneNow={state.pause === null ? goneNow : undefined}
            label={caption}
          >
            <p className="font-semibold">{caption}</p>
            <p className="numeric font-bold text-[3.25rem] leading-none">{left}</p>
            <p className="text-ink-soft text-sm">{left === 1 ? "second" : "seconds"}</p>
          </PlayerRing>
        )}
        <p className="min-h-6 text-ink-soft text-sm">{state.pause ? PAUSE_WORDS[state.pause] : afterwards(run)}</p>
      </div>
    </div>
  );
}

const PAUSE_WORDS = {
  asked: "Paused.",
  away: "You were away, so it waits here. What you did is kept.",
};

/** What comes after this set, or after the exercise when it is the last one. */
function afterwards({ player: { playlist }, seen: { state } }: PlayerRun): string {
  const step = stepOf(playlist, state);
  if (step?.kind !== "work") return "";
  const next = playlist.steps[nextOpen(playlist, state, state.at + 1)];
  if (next && "set" in next) {
    const isOther = next.exercise !== step.exercise;
    return isOther ? `Next up: ${titleOf(playlist, state, next.exercise)}` : `Then: ${setInWords(playlist, next.set)}`;
  }
  const following = playlist.steps.slice(state.at).find((one) => one.kind === "intro");
  return following ? `Next up: ${titleOf(playlist, state, following.exercise)}` : "This is the last set.";
}
