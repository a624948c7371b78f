import { type Figure, figureSchema, type Pose } from "./figure-schema";
import type { ChainKind, View } from "./vocabulary";

/** Places of the slider, from 0 to the last; the drawings are made for each. */
export const CHAIN_STEPS = 9;

/** Where the slider stands when the page opens: the knee over its foot, or steady. */
export function chainStart(kind: ChainKind): number {
  return kind === "knee-angle" ? (CHAIN_STEPS - 1) / 2 : 0;
}

/** How far the slider is from its start, from -1 to 1: inwards or unsteady is positive. */
export function chainValue(kind: ChainKind, step: number): number {
  const start = chainStart(kind);
  return kind === "knee-angle" ? (start - step) / start : step / (CHAIN_STEPS - 1);
}

/**
 * How the chain is drawn, larger than life so that it can be seen. The relations are those the articles state: knees that fall
 * inwards go with a flatter arch, thighs turned and drawn inwards, a pelvis tipped forwards and a deeper hollow of the low back;
 * an unsteady knee goes with a wider stance, weight on the other leg, a pelvis that tips and sits uneven, and a back that bends
 * to make up for it. The degrees are an illustrator's, not a measurement.
 */
const POSES: Record<ChainKind, (value: number) => Pose> = {
  "knee-angle": (value) => {
    const inwards = Math.max(0, value);
    const tip = 4 + 12 * inwards;
    return {
      pelvis: { tilt: tip },
      lowBack: { flexion: -(6 + 20 * inwards) },
      upperBack: { flexion: 4 + 8 * inwards },
      neck: { flexion: 2 },
      hips: { flexion: 30 + tip, abduction: 6 - 8 * value, rotation: -6 + 34 * value },
      knees: 42,
      ankles: 18,
      shoulders: { flexion: 6, abduction: 12 },
    };
  },
  "knee-stability": (value) => ({
    pelvis: { tilt: 3 + 10 * value, list: -7 * value },
    lowBack: { flexion: -(5 + 16 * value), sideBend: 13 * value },
    upperBack: { flexion: 4 + 6 * value, sideBend: -3 * value },
    neck: { flexion: 2, sideBend: -3 * value },
    leftHip: { flexion: 6 + 12 * value, abduction: 3 + 7 * value, rotation: -5 },
    rightHip: { flexion: 8 + 18 * value, abduction: 3 + 9 * value, rotation: -5 + 26 * value },
    leftKnee: 6 + 4 * value,
    rightKnee: 6 + 22 * value,
    ankles: 4,
    shoulders: { flexion: 4, abduction: 10 + 8 * value },
  }),
};

/** The figure of a chain, one keyframe for each place of the slider. */
export function chainFigure(kind: ChainKind, view: View): Figure {
  const poses = Array.from({ length: CHAIN_STEPS }, (_, step) => POSES[kind](chainValue(kind, step)));
  const [first = {}] = poses;
  const figure = figureSchema.parse({
    base: "standing",
    view,
    muscles: [],
    contacts: ["leftFoot", "rightFoot"].map((part) => ({ part, on: "floor", slides: true })),
    person: { skin: 3, hair: "short", feet: "shod" },
    keyframes: [{ label: "Start", seconds: 1, pose: first }],
  });
  const [keyframe] = figure.keyframes;
  if (!keyframe) throw new Error("a figure has at least one keyframe");
  return { ...figure, keyframes: poses.map((pose) => ({ ...keyframe, pose })) };
}
