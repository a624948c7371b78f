import { type RefObject, useEffect } from "react";
import type { Cycle } from "@/lib/movement/cycle";
import { drawnAt } from "@/lib/movement/pace";
import { doseOf, elapsedMs, partAt, stepOf } from "@/lib/practice/player-state";
import { workOf } from "@/lib/practice/player-steps";
import type { PlayerStore } from "./player-store";

/** Milliseconds a figure takes to come to where it is held. */
const INTO_HOLD_MS = 1000;

/**
 * Moves the drawn figure with the session: in a set as far as the repetition has come, in a hold at its far end, and before a set at
 * the pace that is asked for. It stands while the session does. Who asks their device for less motion sees stills instead.
 */
export function useFigurePace(stage: RefObject<HTMLElement | null>, player: PlayerStore, cycle: Cycle | null): void {
  useEffect(() => {
    const svg = stage.current?.querySelector<SVGSVGElement>("svg.figure-runs");
    if (!svg || !cycle || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let frame = 0;
    svg.pauseAnimations();
    const draw = () => {
      frame = window.requestAnimationFrame(draw);
      const seconds = secondsDrawn(player, cycle, Date.now());
      if (seconds !== null) svg.setCurrentTime(seconds);
    };
    draw();
    return () => {
      window.cancelAnimationFrame(frame);
      svg.unpauseAnimations();
    };
  }, [stage, player, cycle]);
}

/** Seconds into the drawing; null where it stays as it is. */
function secondsDrawn({ playlist, getSeen }: PlayerStore, cycle: Cycle, at: number): number | null {
  const { state } = getSeen();
  const step = stepOf(playlist, state);
  const dose = step && doseOf(playlist, state, step.exercise);
  if (!step || !dose || state.pause !== null) return null;
  const work = workOf(dose);
  if (work.kind === "repetitions") {
    return drawnAt(cycle, partAt(work, step.kind === "work" && state.isPaced ? elapsedMs(state, at) : at));
  }
  if (step.kind !== "work") return (at / 1000) % cycle.total;
  return drawnAt(cycle, { part: "go", gone: Math.min(1, elapsedMs(state, at) / INTO_HOLD_MS) });
}
