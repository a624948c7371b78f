import { backTo } from "@/lib/practice/player-course";
import { stepOf } from "@/lib/practice/player-state";
import { PlayerButton } from "./player-button";
import type { PlayerRun } from "./use-player-run";

type Props = { run: PlayerRun; go: () => void };

/** Back, pause and on. Where a row has no room for the three, the one in the middle has a row of its own. */
export function PlayerControls({ run: { player, seen }, go }: Props) {
  const { state } = seen;
  const isIntro = stepOf(player.playlist, state)?.kind === "intro";
  const isPaused = state.pause !== null;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-2 flat:grid-cols-2 max-[17em]:grid-cols-2">
      <PlayerButton
        variant="secondary"
        icon="arrow-start"
        className="px-5!"
        disabled={backTo(player.playlist, state) === null}
        onClick={() => player.send({ do: "back" })}
      >
        <span className="sr-only">Back</span>
      </PlayerButton>
      <PlayerButton
        icon={isIntro || isPaused ? "play" : "pause"}
        onClick={go}
        className="flat:order-first flat:col-span-2 max-[17em]:order-first max-[17em]:col-span-2 max-[22em]:px-2!"
      >
        {isIntro ? "Start" : isPaused ? "Carry on" : "Pause"}
      </PlayerButton>
      <PlayerButton
        variant="secondary"
        icon="arrow-end"
        className="px-5!"
        disabled={isIntro}
        onClick={() => player.send({ do: "next" })}
      >
        <span className="sr-only">Next</span>
      </PlayerButton>
    </div>
  );
}

/** The ways out: of the exercise, and of the session. */
export function PlayerWaysOut({ skip, leave }: { skip: () => void; leave: () => void }) {
  return (
    <div className="grid grid-cols-2 gap-2 cramped:grid-cols-1 flat:grid-cols-1">
      <PlayerButton variant="quiet" onClick={skip}>
        Skip exercise
      </PlayerButton>
      <PlayerButton variant="quiet" onClick={leave}>
        Finish early
      </PlayerButton>
    </div>
  );
}
