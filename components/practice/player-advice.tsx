import type { ReactNode } from "react";
import { doseInWords } from "@/lib/plans/dosage";
import { titleOf } from "@/lib/practice/player-cues";
import { stepOf } from "@/lib/practice/player-state";
import { PainNotice } from "./pain-notice";
import { PlayerButton } from "./player-button";
import { PlayerShell } from "./player-shell";
import type { PlayerRun } from "./use-player-run";

/** After more pain than the exercise allows: what the clinic advises, and what the person wants to do. */
export function PlayerAdvice({ run, easierPicture }: { run: PlayerRun; easierPicture: ReactNode }) {
  const { player, seen } = run;
  const { playlist } = player;
  const step = stepOf(playlist, seen.state);
  const played = step && playlist.exercises[step.exercise];
  const progress = step && seen.state.exercises[step.exercise];
  if (!played || !progress) return null;
  const easier = progress.isEasier || seen.state.isEnding ? null : played.easier;
  const isLast = seen.state.isEnding || !playlist.steps.slice(seen.state.at).some(({ kind }) => kind === "intro");
  const choose = (choice: "stop" | "easier" | "go-on") => player.send({ do: "choose", choice });
  return (
    <PlayerShell
      footer={
        <PlayerButton variant="quiet" onClick={() => player.send({ do: "reconsider" })}>
          I pressed the wrong number
        </PlayerButton>
      }
    >
      <div className="grid gap-5">
        <h1 className="text-2xl">{titleOf(playlist, seen.state, step.exercise)}</h1>
        <PainNotice painNrs={progress.painNrs} painCeiling={played.painCeiling} live />
        <p>Your physiotherapist will see this.</p>
        <h2 className="text-xl">What do you want to do?</h2>
        <PlayerButton block onClick={() => choose("stop")}>
          Stop here for today
        </PlayerButton>
        {easier ? (
          <section aria-label="An easier version" className="grid gap-3 rounded-lg border border-rule bg-raised p-4">
            <div>
              <h3 className="text-lg">{easier.title}</h3>
              <p className="text-ink-soft">{doseInWords(easier.dose)}</p>
            </div>
            {easierPicture}
            <PlayerButton variant="secondary" block onClick={() => choose("easier")}>
              Do this easier version
            </PlayerButton>
          </section>
        ) : null}
        <PlayerButton variant="secondary" block onClick={() => choose("go-on")}>
          {isLast ? "Go on to the end" : "Go on to the next exercise"}
        </PlayerButton>
      </div>
    </PlayerShell>
  );
}
