import { type SegmentName, segmentIndex } from "./body";
import { CHAIN_STEPS, chainFigure, chainStart, chainValue } from "./chain-poses";
import { CHAIN_PARTS, CHAIN_WORDS, type ChainBand, type ChainPart } from "./chain-words";
import type { Drawing, MovingShape } from "./drawing";
import { pointOn } from "./kinematics";
import { partPoint } from "./landmarks";
import { UNITS } from "./outlines";
import { frameOf, sceneOf } from "./scene";
import { withFrames } from "./stills";
import type { Vector } from "./vector";
import type { ChainKind, View } from "./vocabulary";

/** One view of the chain: shapes with a path for each place of the slider, and where each numbered mark then stands. */
export type ChainPicture = Omit<Drawing, "shapes"> & {
  shapes: MovingShape[];
  marks: { part: ChainPart; at: { x: number; y: number }[] }[];
  /** Where the plumb line hangs: over the middle of the feet, in the picture's units. */
  plumb: number;
};

export type ChainView = {
  kind: ChainKind;
  steps: number;
  start: number;
  front: ChainPicture;
  side: ChainPicture;
  /** Which words belong to each place of the slider. */
  bands: ChainBand[];
};

/** Where on the body a mark sits: a segment and a point of its frame. */
const MARKED: Record<ChainPart, [SegmentName, Vector]> = {
  foot: ["rightFoot", [0.03, -0.02, 0]],
  hip: ["rightThigh", [0, -0.07, 0.01]],
  pelvis: ["pelvis", [0, 0.01, -0.045]],
  back: ["ribs", [-0.02, -0.02, 0]],
};

/** The chain from foot to back, drawn for each place of the slider from the front and from the side. */
export function chainView(kind: ChainKind): ChainView {
  return {
    kind,
    steps: CHAIN_STEPS,
    start: chainStart(kind),
    front: pictureOf(kind, "front"),
    side: pictureOf(kind, "side"),
    bands: Array.from({ length: CHAIN_STEPS }, (_, step) => bandAt(kind, step)),
  };
}

/** Which words hold at a place of the slider. */
function bandAt(kind: ChainKind, step: number): ChainBand {
  const value = chainValue(kind, step);
  return value < -0.25 && CHAIN_WORDS[kind].out ? "out" : value > 0.6 ? "far" : value > 0.15 ? "some" : "none";
}

function pictureOf(kind: ChainKind, view: View): ChainPicture {
  const scene = sceneOf(chainFigure(kind, view), {});
  const spot = ([segment, at]: [SegmentName, Vector]) =>
    scene.stops.map(({ placed }) => {
      const [x, y] = scene.camera.spot(pointOn(placed, segmentIndex(segment), at));
      return { x: Math.round(x * UNITS), y: Math.round(-y * UNITS) };
    });
  const start = scene.stops[chainStart(kind)]?.placed;
  const feet = start
    ? (["leftFoot", "rightFoot"] as const).map((foot) => scene.camera.spot(partPoint(start, foot))[0])
    : [0];
  return {
    ...frameOf(scene),
    shapes: withFrames(scene.stills),
    marks: CHAIN_PARTS.map((part) => ({ part, at: spot(MARKED[part]) })),
    plumb: Math.round((feet.reduce((sum, x) => sum + x, 0) / feet.length) * UNITS),
  };
}
