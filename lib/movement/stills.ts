import type { Drawing, MovingDrawing, Shape } from "./drawing";
import type { Figure } from "./figure-schema";
import { partPoint } from "./landmarks";
import { between, cycleSeconds, momentsOf } from "./motion";
import { heading, leftOf, line } from "./outlines";
import { type DrawOptions, frameOf, type Scene, sceneOf, shapesAt } from "./scene";

export type StillAt = "start" | "end" | "thumbnail";

/** Moments drawn in all, so that a figure of many moves stays as small as one of two; the browser draws what lies between. */
const MOMENTS = 12;
const LEAST_STEPS = 3;

const stepsFor = (moves: number) => Math.max(LEAST_STEPS, Math.floor(MOMENTS / Math.max(2, moves)));

/** One still of a figure: how it starts, where it goes, or the one that stands for it when it is small. */
export function stillDrawing(figure: Figure, at: StillAt, options: DrawOptions = {}): Drawing {
  const index = at === "start" ? 0 : at === "end" ? endIndex(figure) : (figure.thumbnail ?? endIndex(figure));
  const scene = sceneOf(figure, at === "thumbnail" ? { ...options, only: index } : options);
  const shapes = scene.stills[at === "thumbnail" ? 0 : index];
  if (!shapes) throw new Error(`the figure has no keyframe ${index}`);
  return { ...frameOf(scene), shapes: [...shapes, ...(at === "end" ? arcOf(scene) : [])] };
}

/** The figure through one repetition, ready for a browser to move. */
export function movingDrawing(figure: Figure, options: DrawOptions = {}): MovingDrawing {
  const scene = sceneOf(figure, options);
  const moments = momentsOf(figure, scene.stops, stepsFor(scene.stops.length));
  const frames = moments.map(({ placed }) => shapesAt(scene, placed));
  return {
    ...frameOf(scene),
    seconds: cycleSeconds(figure),
    times: moments.map(({ at }) => at),
    shapes: [...withFrames(frames), ...arcOf(scene).map((shape) => ({ ...shape, frames: null }))],
  };
}

/** The shapes of the first moment, each with its path at every moment, or null when it never moves. */
export function withFrames(moments: readonly Shape[][]): MovingDrawing["shapes"] {
  return (moments[0] ?? []).map((shape, index) => {
    const paths = moments.map((moment) => moment[index]?.d ?? shape.d);
    return { ...shape, frames: paths.some((d) => d !== shape.d) ? paths : null };
  });
}

/** The keyframe furthest from the start: by itself the second of two, else the one halfway round. */
function endIndex(figure: Figure): number {
  return Math.floor(figure.keyframes.length / 2);
}

/** The way of the part that moves, as a light line with a head; only where it ends is known to the eye. */
function arcOf(scene: Scene): Shape[] {
  const { figure, stops, camera } = scene;
  const [from, to] = stops;
  if (!figure.arc || !from || !to) return [];
  const part = figure.arc;
  const spots = Array.from({ length: 9 }, (_, step) =>
    camera.spot(partPoint(between(figure, from, to, step / 8).placed, part)),
  );
  const [before, end] = spots.slice(-2);
  if (!before || !end) return [];
  const { along } = heading(before, end);
  const across = leftOf(along);
  const wing = (side: number) =>
    [
      end[0] - along[0] * 0.034 + across[0] * side * 0.024,
      end[1] - along[1] * 0.034 + across[1] * side * 0.024,
    ] as const;
  return [
    { id: "arc", tone: "arc", d: line(spots), line: 4, dashed: true },
    { id: "arc-head", tone: "arc", d: line([wing(1), end, wing(-1)]), line: 5 },
  ];
}
