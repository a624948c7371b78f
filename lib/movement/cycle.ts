import type { Figure } from "./figure-schema";

/** The times of one repetition as drawn, in seconds: it leaves its start, comes to its far end, leaves that, and is back. */
export type Cycle = { from: number; turn: number; leave: number; total: number };

/** The cycle of a figure that moves; null for one that is held. The far end is the keyframe its "end" still shows. */
export function cycleOf({ keyframes }: Pick<Figure, "keyframes">): Cycle | null {
  const far = Math.floor(keyframes.length / 2);
  const [first, end] = [keyframes[0], keyframes[far]];
  if (!first || !end || keyframes.length < 2) return null;
  const spent = (frames: typeof keyframes) => frames.reduce((sum, { seconds, hold }) => sum + seconds + hold, 0);
  const turn = first.hold + spent(keyframes.slice(1, far)) + end.seconds;
  return { from: first.hold, turn, leave: turn + end.hold, total: spent(keyframes) };
}
