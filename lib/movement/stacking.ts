import { segmentIndex } from "./body";
import type { Camera } from "./camera";
import type { Figure } from "./figure-schema";
import type { Placed } from "./kinematics";
import { add, dot, scale, type Vector } from "./vector";
import { LAYERS, type Layer, type Side } from "./vocabulary";

/** What stays the same in all moments of a figure: the order of the layers and which limbs are far. */
/** `facing` is how far the face looks at the watcher, from -1 (away) to 1. */
export type Stacking = { order: readonly Layer[]; far: ReadonlySet<Layer>; facing: number };

const LAYER_POINTS: Record<Layer, readonly number[]> = {
  trunk: [segmentIndex("pelvis"), segmentIndex("ribs"), segmentIndex("chest")],
  head: [segmentIndex("neck")],
  leftLeg: [segmentIndex("leftShank"), segmentIndex("leftThigh"), segmentIndex("leftFoot")],
  rightLeg: [segmentIndex("rightShank"), segmentIndex("rightThigh"), segmentIndex("rightFoot")],
  leftArm: [segmentIndex("leftForearm"), segmentIndex("leftUpperArm"), segmentIndex("leftHand")],
  rightArm: [segmentIndex("rightForearm"), segmentIndex("rightUpperArm"), segmentIndex("rightHand")],
};
/** Where depth is about equal, arms hang before the trunk and legs come out from under the shirt. */
const LEAN: Record<Layer, number> = {
  trunk: 0,
  head: 0.03,
  leftLeg: -0.02,
  rightLeg: -0.02,
  leftArm: 0.03,
  rightArm: 0.03,
};
const FAR_APART = 0.045;
const SHIRT_OVER = 0.06;
/** The cosine of a hip bent by 45 degrees. */
const IN_LINE = 0.7;

/** The order in which the layers of a figure are painted, judged over all its moments. */
export function stackingOf(figure: Figure, moments: readonly Placed[], camera: Camera): Stacking {
  const depth = (layer: Layer) =>
    moments.reduce((sum, placed) => sum + layerDepth(placed, layer, camera), 0) / Math.max(1, moments.length);
  const depths = new Map(LAYERS.map((layer) => [layer, depth(layer) + LEAN[layer]]));
  const rank = (layer: Layer) =>
    (depths.get(layer) ?? 0) -
    (hangsDown(layer, moments) ? SHIRT_OVER : 0) +
    (figure.front.includes(layer) ? 9 : 0) -
    (figure.behind.includes(layer) ? 9 : 0);
  const order = [...depths.keys()].sort((a, b) => rank(a) - rank(b));
  const far = new Set<Layer>();
  for (const part of ["Leg", "Arm"] as const) {
    const apart = rootDepth(moments[0], "left", part, camera) - rootDepth(moments[0], "right", part, camera);
    if (apart < -FAR_APART) far.add(`left${part}`);
    if (apart > FAR_APART) far.add(`right${part}`);
  }
  const first = moments[0];
  const face = first?.frames[segmentIndex("neck")];
  return { order, far, facing: face ? camera.towards(face.front) : 0 };
}

/** A leg that stays about in line with the trunk: the shirt hangs over its hip. */
function hangsDown(layer: Layer, moments: readonly Placed[]): boolean {
  if (!layer.endsWith("Leg")) return false;
  const thigh = segmentIndex(layer === "leftLeg" ? "leftThigh" : "rightThigh");
  return moments.every(({ frames }) => {
    const [leg, hips] = [frames[thigh], frames[0]];
    return leg !== undefined && hips !== undefined && dot(leg.up, hips.up) > IN_LINE;
  });
}

function layerDepth(placed: Placed, layer: Layer, camera: Camera): number {
  const points = LAYER_POINTS[layer];
  return points.reduce((sum, index) => sum + camera.depth(placed.joints[index] ?? [0, 0, 0]), 0) / points.length;
}

function rootDepth(placed: Placed | undefined, side: Side, part: "Leg" | "Arm", camera: Camera): number {
  const root = placed?.joints[segmentIndex(part === "Leg" ? `${side}Thigh` : `${side}UpperArm`)];
  return root ? camera.depth(root) : 0;
}

/** How far a segment goes beyond its joint along itself: a head up, all else a little down. */
const BEYOND: Readonly<Record<number, number>> = {
  [segmentIndex("neck")]: 0.185,
  [segmentIndex("leftHand")]: -0.11,
  [segmentIndex("rightHand")]: -0.11,
};

/** The corners of the room that all moments of the body need. */
export function extentOf(moments: readonly Placed[]): { least: Vector; most: Vector } {
  const points = moments.flatMap(({ joints, frames }) =>
    joints.flatMap((joint, index) => [
      joint,
      add(joint, scale(frames[index]?.up ?? [0, 0, 0], BEYOND[index] ?? -0.06)),
    ]),
  );
  const reach = (pick: (...values: number[]) => number): Vector =>
    [0, 1, 2].map((axis) => pick(...points.map((point) => point[axis] ?? 0))) as unknown as Vector;
  return { least: reach(Math.min), most: reach(Math.max) };
}
