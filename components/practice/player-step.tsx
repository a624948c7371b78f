import { lineName } from "@/lib/practice/line-name";
import { stepInWords, titleOf } from "@/lib/practice/player-cues";
import type { OpenSession } from "@/lib/practice/player-session";
import { doseOf, stepOf } from "@/lib/practice/player-state";
import { DrawnPart } from "./drawn-part";
import { PlayerAdvice } from "./player-advice";
import { PlayerButton } from "./player-button";
import { PlayerControls, PlayerWaysOut } from "./player-controls";
import { PlayerIntro, type Remark } from "./player-intro";
import type { PanelName } from "./player-panels";
import { type PlayerPictures, pictureFor } from "./player-pictures";
import { PlayerQuestion } from "./player-question";
import { PlayerSet } from "./player-set";
import { PlayerShell } from "./player-shell";
import { PlayerStage } from "./player-stage";
import { PlayerToggles } from "./player-toggles";
import type { PlayerRun } from "./use-player-run";

type Props = {
  run: PlayerRun;
  opened: OpenSession;
  remarks: Readonly<Record<string, Remark>>;
  pictures: Readonly<Record<string, PlayerPictures>>;
  go: () => void;
  open: (panel: PanelName) => void;
};

/** What stands in place of the words when the network went before they came. */
const NO_GUIDE = <p>These words did not reach your phone. They are back when there is a network.</p>;

/** The step a session stands at: an introduction, a set or what leads in to it, or a question. */
export function PlayerStep({ run, opened, remarks, pictures, go, open }: Props) {
  const { player, seen } = run;
  const { playlist } = player;
  const { state } = seen;
  const step = stepOf(playlist, state);
  if (!step) return null;
  const { exercise } = step;
  const line = opened.lines[exercise];
  const name = line ? lineName(line) : "";
  const drawn = pictures[name];
  const progress = { value: exercise + 1, max: playlist.exercises.length, label: "Exercise" };
  const { isEasier = false, isDeciding = false } = state.exercises[exercise] ?? {};
  if (step.kind === "ask") {
    if (isDeciding)
      return <PlayerAdvice run={run} easierPicture={<DrawnPart>{drawn?.easier?.picture?.shown}</DrawnPart>} />;
    return <PlayerQuestion key={state.at} run={run} progress={progress} />;
  }
  const side = "set" in step ? (playlist.sets[step.set]?.side ?? null) : null;
  const picture = pictureFor(drawn, side, isEasier);
  const stage = picture && (
    <PlayerStage
      key={`${name}:${side}:${isEasier}`}
      player={player}
      cycle={picture.cycle}
      small={step.kind !== "intro"}
    >
      <DrawnPart>{picture.shown}</DrawnPart>
    </PlayerStage>
  );
  const dose = doseOf(playlist, state, exercise);
  const isFirst = state.startedAt === null;
  return (
    <PlayerShell
      progress={progress}
      corner={
        <PlayerButton variant="quiet" icon="settings" className="flex-none px-2!" onClick={() => open("options")}>
          <span className="sr-only">Sound and pace</span>
        </PlayerButton>
      }
      footer={<PlayerControls run={run} go={go} />}
      under={<PlayerWaysOut skip={() => open("skip")} leave={() => open("leave")} />}
    >
      <p role="status" className="sr-only">
        {stepInWords(playlist, state)}
      </p>
      {step.kind === "intro" && dose ? (
        <PlayerIntro
          eyebrow={isFirst ? "First" : "Next up"}
          title={titleOf(playlist, state, exercise)}
          insteadOf={isEasier ? (line?.title ?? null) : null}
          dose={dose}
          remark={isEasier ? undefined : remarks[name]}
          picture={stage}
          guide={
            <DrawnPart key={`${name}:${isEasier}`} missing={NO_GUIDE}>
              {isEasier ? drawn?.easier?.guide : drawn?.guide}
            </DrawnPart>
          }
        >
          {isFirst ? (
            <PlayerToggles onChange={({ isPaced }) => isPaced !== undefined && player.send({ do: "pace", isPaced })} />
          ) : null}
        </PlayerIntro>
      ) : (
        <PlayerSet run={run} picture={stage} />
      )}
    </PlayerShell>
  );
}
