import { backTo } from "@/lib/practice/player-course";
import { stepOf } from "@/lib/practice/player-state";
import { PlayerButton } from "./player-button";
import type { PlayerRun } from "./use-player-run";

type Props = { run: PlayerRun; go: () => void; skip: () => void; leave: () => void };

/** Back, pause and on; and under them the ways out. */
export function PlayerControls({ run: { player, seen }, go, skip, leave }: Props) {
  const { state } = seen;
  const isIntro = stepOf(player.playlist, state)?.kind === "intro";
  const isPaused = state.pause !== null;
  return (
    <>
      <div className="grid grid-cols-[auto_1fr_auto] gap-2">
        <PlayerButton
          variant="secondary"
          icon="arrow-start"
          disabled={backTo(player.playlist, state) === null}
          onClick={() => player.send({ do: "back" })}
        >
          <span className="sr-only">Back</span>
        </PlayerButton>
        <PlayerButton icon={isIntro || isPaused ? "play" : "pause"} onClick={go}>
          {isIntro ? "Start" : isPaused ? "Carry on" : "Pause"}
        </PlayerButton>
        <PlayerButton
          variant="secondary"
          icon="arrow-end"
          disabled={isIntro}
          onClick={() => player.send({ do: "next" })}
        >
          <span className="sr-only">Next</span>
        </PlayerButton>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <PlayerButton variant="quiet" onClick={skip}>
          Skip exercise
        </PlayerButton>
        <PlayerButton variant="quiet" onClick={leave}>
          Finish early
        </PlayerButton>
      </div>
    </>
  );
}
