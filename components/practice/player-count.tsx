import { countedRepetitions, currentWork, stepOf } from "@/lib/practice/player-state";
import { PlayerButton } from "./player-button";
import { changeSettings } from "./player-settings";
import type { PlayerRun } from "./use-player-run";

/** Repetitions: counted at their pace or by taps, on a field as large as a hand. */
export function PlayerCount({ run: { player, audio, seen } }: { run: PlayerRun }) {
  const { playlist } = player;
  const { state, at } = seen;
  const work = currentWork(playlist, state);
  const step = stepOf(playlist, state);
  if (work?.kind !== "repetitions" || step?.kind !== "work") return null;
  const counted = countedRepetitions(playlist, state, at);
  const { isPaced } = state;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-3 cramped:grid-cols-1 cramped:justify-items-center flat:grid-cols-1 flat:justify-items-center">
      <button
        type="button"
        aria-disabled={state.pause !== null || undefined}
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          audio.unlock();
          player.send({ do: "count" });
        }}
        className="grid aspect-square w-44 max-w-full touch-manipulation place-items-center rounded-full border-[6px] border-teal bg-raised text-center active:bg-teal-wash flat:w-40"
      >
        <span>
          <span className="numeric block font-bold text-[3.25rem] leading-none">{counted}</span>
          <span className="block font-semibold">of {work.count}</span>
          <span className="block text-ink-soft text-sm">{isPaced ? "Follow the pace" : "Tap to count"}</span>
        </span>
      </button>
      <div className="grid w-full gap-2 flat:grid-cols-2">
        <label className="slip tap-lg flex items-center gap-2.5 px-3 py-2 text-start">
          <input
            type="checkbox"
            className="tick"
            checked={isPaced}
            onChange={(event) => {
              changeSettings({ isPaced: event.target.checked });
              player.send({ do: "pace", isPaced: event.target.checked });
            }}
          />
          <span>Count for me</span>
        </label>
        <PlayerButton
          variant="secondary"
          icon="check"
          className="px-2!"
          onClick={() => player.send({ do: "set-done" })}
        >
          {counted > 0 ? "Set done" : `All ${work.count} done`}
        </PlayerButton>
      </div>
    </div>
  );
}
