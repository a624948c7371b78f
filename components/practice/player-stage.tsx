"use client";

import { type ReactNode, useRef } from "react";
import type { Cycle } from "@/lib/movement/cycle";
import type { PlayerStore } from "./player-store";
import { useFigurePace } from "./use-figure-pace";

/** Beside a ring or a count the picture leaves room for them, on a short phone more so. */
const SMALL =
  "max-w-72 [&_.figure]:max-h-[22vh] [@media(min-height:30.1em)_and_(max-height:44em)]:[&_.figure]:max-h-[14vh] flat:[&_.figure]:max-h-[34vh]";

/** The picture of what is done, moving with the session. To be given a new key with each picture. */
export function PlayerStage(props: { player: PlayerStore; cycle: Cycle | null; small?: boolean; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  useFigurePace(stage, props.player, props.cycle);
  return (
    <div ref={stage} className={`mx-auto w-full ${props.small ? SMALL : "figure-stage max-w-md"}`}>
      {props.children}
    </div>
  );
}
