import { type SegmentName, segmentIndex } from "./body";
import type { Camera } from "./camera";
import type { Figure } from "./figure-schema";
import { type Placed, pointOn } from "./kinematics";
import { limb } from "./outlines";
import type { Vector } from "./vector";
import { type Muscle, SIDES, type Side } from "./vocabulary";

/** Where a muscle lies: from one point to another of the right side, with its half thickness at both. */
type Belly = {
  layer: "leg" | "trunk" | "arm";
  from: [SegmentName, Vector];
  to: [SegmentName, Vector];
  wide: [number, number];
};

const BELLIES: Record<Muscle, Belly> = {
  "front-thigh": {
    layer: "leg",
    from: ["rightThigh", [0.026, -0.05, 0]],
    to: ["rightThigh", [0.018, -0.205, 0]],
    wide: [0.03, 0.018],
  },
  "back-thigh": {
    layer: "leg",
    from: ["rightThigh", [-0.028, -0.06, 0]],
    to: ["rightThigh", [-0.016, -0.21, 0]],
    wide: [0.026, 0.017],
  },
  "inner-thigh": {
    layer: "leg",
    from: ["rightThigh", [0, -0.04, -0.03]],
    to: ["rightThigh", [0, -0.19, -0.02]],
    wide: [0.026, 0.014],
  },
  "outer-thigh": {
    layer: "leg",
    from: ["rightThigh", [0, -0.01, 0.034]],
    to: ["rightThigh", [0, -0.21, 0.022]],
    wide: [0.02, 0.012],
  },
  buttock: {
    layer: "leg",
    from: ["pelvis", [-0.036, 0.015, 0.05]],
    to: ["rightThigh", [-0.03, -0.02, 0.01]],
    wide: [0.034, 0.026],
  },
  "side-hip": {
    layer: "leg",
    from: ["pelvis", [0, 0.045, 0.07]],
    to: ["rightThigh", [0, -0.02, 0.036]],
    wide: [0.024, 0.018],
  },
  "hip-flexor": {
    layer: "leg",
    from: ["pelvis", [0.036, 0.03, 0.05]],
    to: ["rightThigh", [0.032, -0.05, 0]],
    wide: [0.02, 0.018],
  },
  calf: {
    layer: "leg",
    from: ["rightShank", [-0.02, -0.045, 0]],
    to: ["rightShank", [-0.012, -0.15, 0]],
    wide: [0.024, 0.014],
  },
  shin: {
    layer: "leg",
    from: ["rightShank", [0.017, -0.05, 0.004]],
    to: ["rightShank", [0.01, -0.18, 0]],
    wide: [0.013, 0.01],
  },
  "foot-arch": {
    layer: "leg",
    from: ["rightFoot", [-0.006, -0.02, -0.01]],
    to: ["rightFoot", [0.05, -0.025, -0.01]],
    wide: [0.008, 0.006],
  },
  tummy: { layer: "trunk", from: ["lowBack", [0.03, -0.01, 0]], to: ["ribs", [0.034, 0.03, 0]], wide: [0.027, 0.027] },
  "side-trunk": {
    layer: "trunk",
    from: ["lowBack", [0, -0.01, 0.045]],
    to: ["ribs", [0, 0.03, 0.045]],
    wide: [0.026, 0.026],
  },
  "low-back": {
    layer: "trunk",
    from: ["pelvis", [-0.034, 0.05, 0]],
    to: ["ribs", [-0.03, 0.01, 0]],
    wide: [0.02, 0.02],
  },
  "upper-back": {
    layer: "trunk",
    from: ["ribs", [-0.034, 0.05, 0]],
    to: ["chest", [-0.034, 0.04, 0]],
    wide: [0.024, 0.024],
  },
  shoulder: {
    layer: "arm",
    from: ["rightUpperArm", [0, 0.004, 0.004]],
    to: ["rightUpperArm", [0, -0.05, 0.002]],
    wide: [0.028, 0.02],
  },
};

const MIDDLE: ReadonlySet<Muscle> = new Set(["tummy", "low-back", "upper-back"]);

/** `overShirt`: it begins at the pelvis, and would be lost where the shirt hangs over the hip. */
export type Tint = { id: string; layer: "trunk" | `${Side}${"Leg" | "Arm"}`; overShirt: boolean; d: string };

/** The working muscles: on the side that works, or on both; each with the layer it is painted on. */
export function drawMuscles(figure: Pick<Figure, "muscles" | "side">, placed: Placed, camera: Camera): Tint[] {
  const sides = figure.side ? [figure.side] : SIDES;
  return figure.muscles.flatMap((muscle) =>
    (MIDDLE.has(muscle) ? sides.slice(0, 1) : sides).map((side): Tint => {
      const { layer, from, to, wide } = BELLIES[muscle];
      const [a, b] = [from, to].map(([segment, at]) =>
        camera.spot(pointOn(placed, onSide(segment, side), lifted(muscle, placed, mirror(at, side), side))),
      );
      if (!a || !b) throw new Error(`${muscle} has no place`);
      return {
        id: `${muscle}-${side}`,
        layer: layer === "trunk" ? "trunk" : `${side}${layer === "leg" ? "Leg" : "Arm"}`,
        overShirt: from[0] === "pelvis",
        d: limb(a, wide[0], b, wide[1]),
      };
    }),
  );
}

function onSide(segment: SegmentName, side: Side): number {
  return segmentIndex(side === "right" ? segment : (segment.replace(/^right/, "left") as SegmentName));
}

/** The muscles of the sole go up with the arch they raise. */
function lifted(muscle: Muscle, placed: Placed, at: Vector, side: Side): Vector {
  return muscle === "foot-arch" ? [at[0], at[1] + 0.012 * placed.arches[side], at[2]] : at;
}

const mirror = ([front, up, right]: Vector, side: Side): Vector => [front, up, side === "right" ? right : -right];
