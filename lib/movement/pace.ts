import type { Cycle } from "./cycle";

/** Where a body is on its way through one repetition: out, at the far end, or back, and how much of that has gone, 0 to 1. */
export type OnTheWay = { part: "go" | "stay" | "back"; gone: number };

/** Seconds into the drawing of a figure that show it there. */
export function drawnAt({ from, turn, leave, total }: Cycle, { part, gone }: OnTheWay): number {
  if (part === "stay") return turn;
  return part === "go" ? from + (turn - from) * gone : leave + (total - leave) * gone;
}
