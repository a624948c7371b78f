import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { OutgoingQueue, OutgoingState } from "@/components/offline/outgoing";
import type { PlayerEvent } from "@/lib/practice/player";
import { titleOf } from "@/lib/practice/player-cues";
import type { OpenSession } from "@/lib/practice/player-session";
import { stepOf } from "@/lib/practice/player-state";
import { PlayerEnd } from "./player-end";
import type { Remark } from "./player-intro";
import { type PanelName, PlayerPanel } from "./player-panels";
import type { PlayerPictures } from "./player-pictures";
import { PlayerStep } from "./player-step";
import { handOverEnd } from "./session-keeping";
import { usePlayerKeys } from "./use-player-keys";
import { usePlayerRun } from "./use-player-run";
import { useWakeLock } from "./use-wake-lock";

type Props = {
  opened: OpenSession;
  who: string;
  outgoing: OutgoingQueue;
  sending: OutgoingState;
  aheadMs: number;
  remarks: Readonly<Record<string, Remark>>;
  pictures: Readonly<Record<string, PlayerPictures>>;
};

/** A session under way: the step it stands at, or what was opened over it; at the end what was done. */
export function PlayerSession({ opened, who, outgoing, sending, aheadMs, remarks, pictures }: Props) {
  const router = useRouter();
  const run = usePlayerRun(opened, { who, outgoing, aheadMs });
  const { player, audio, seen } = run;
  const { playlist } = player;
  const { state } = seen;
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [resumes, setResumes] = useState(false);
  const step = stepOf(playlist, state);
  const waits = step === null || step.kind === "intro" || step.kind === "ask";
  useWakeLock(state.startedAt !== null && step !== null);
  useFocusOnMain(panel ?? (waits ? `${state.at} ${step && state.exercises[step.exercise]?.isDeciding}` : "set"));

  function open(which: PanelName) {
    setResumes(state.clock.since !== null);
    player.send({ do: "pause" });
    setPanel(which);
  }
  function close() {
    setPanel(null);
    if (resumes) player.send({ do: "resume" });
  }
  function lead(event: PlayerEvent) {
    audio.unlock();
    player.send(event);
  }
  const go = () => lead({ do: step?.kind === "intro" ? "start" : state.pause ? "resume" : "pause" });
  const isLed = panel === null && step !== null && step.kind !== "ask";
  usePlayerKeys({
    space: isLed ? go : undefined,
    back: isLed ? () => lead({ do: "back" }) : undefined,
    next: isLed ? () => lead({ do: "next" }) : undefined,
    enter: isLed ? () => lead({ do: step.kind === "intro" ? "start" : "count" }) : undefined,
    escape: panel ? close : undefined,
  });

  if (!step) {
    const save = async (told: { effortRpe: number | null; note: string }) => {
      await handOverEnd(who, run.getSession(), told, { outgoing, aheadMs });
      // Pages seen before know nothing of it; without a network there is nothing to ask.
      if (outgoing.getState().items.length === 0) router.refresh();
    };
    return <PlayerEnd playlist={playlist} state={state} outgoing={outgoing} sending={sending} save={save} />;
  }
  if (panel) {
    const title = titleOf(playlist, state, step.exercise);
    const leave = (event: PlayerEvent) => {
      setPanel(null);
      player.send(event);
    };
    return <PlayerPanel name={panel} title={title} send={player.send} leave={leave} close={close} />;
  }
  return <PlayerStep run={run} opened={opened} remarks={remarks} pictures={pictures} go={go} open={open} />;
}

/** Who cannot see that something else is on show is taken to it. */
function useFocusOnMain(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (place === before.current) return;
    before.current = place;
    window.scrollTo({ top: 0 });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [place]);
}
