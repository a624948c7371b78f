import { useId, useState } from "react";
import { titleOf } from "@/lib/practice/player-cues";
import { stepOf } from "@/lib/practice/player-state";
import { doneOfExercise } from "@/lib/practice/player-words";
import { PlayerButton } from "./player-button";
import { PlayerScale, scaleValue } from "./player-scale";
import { PlayerShell } from "./player-shell";
import type { PlayerRun } from "./use-player-run";

type Props = { run: PlayerRun; progress: { value: number; max: number; label: string } };

/** How much it hurt, after an exercise. It may be left unanswered. */
export function PlayerQuestion({ run, progress }: Props) {
  const { player, seen } = run;
  const formId = useId();
  const [pain, setPain] = useState<string | null>(null);
  const step = stepOf(player.playlist, seen.state);
  if (step?.kind !== "ask") return null;
  const title = titleOf(player.playlist, seen.state, step.exercise);
  return (
    <PlayerShell
      progress={progress}
      footer={
        <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-2">
          <PlayerButton
            variant="secondary"
            icon="arrow-start"
            className="px-5!"
            onClick={() => player.send({ do: "back" })}
          >
            <span className="sr-only">Back</span>
          </PlayerButton>
          <PlayerButton type="submit" form={formId} className="max-[22em]:px-2!">
            Go on
          </PlayerButton>
        </div>
      }
    >
      <form
        id={formId}
        className="grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          player.send({ do: "answer", painNrs: scaleValue(pain) });
        }}
      >
        <div>
          <h1 className="text-2xl">{title}</h1>
          <p className="text-ink-soft">{doneOfExercise(player.playlist, seen.state, step.exercise)}</p>
        </div>
        <PlayerScale
          legend="How much did it hurt?"
          name="painNrs"
          lowLabel="No pain"
          highLabel="Worst pain"
          value={pain}
          onChange={setPain}
        />
        <p className="text-ink-soft">You may leave this empty.</p>
      </form>
    </PlayerShell>
  );
}
