import { LENGTHS, type SegmentName, segmentIndex } from "./body";
import type { Camera, Spot } from "./camera";
import { type Placed, pointOn } from "./kinematics";
import { heading, leftOf, limb, softRing } from "./outlines";
import type { Vector } from "./vector";

/** A cut through the trunk: half its breadth, its depth to the front and to the back, in parts of the body's height. */
type Cut = { segment: number; at: Vector; side: number; front: number; back: number };

const cut = (segment: SegmentName, up: number, side: number, front: number, back: number): Cut => ({
  segment: segmentIndex(segment),
  at: [0, up, 0],
  side,
  front,
  back,
});

const HIPS: readonly Cut[] = [
  cut("pelvis", -0.052, 0.07, 0.04, 0.05),
  cut("pelvis", -0.02, 0.09, 0.054, 0.072),
  cut("pelvis", 0.022, 0.088, 0.058, 0.068),
  cut("pelvis", 0.055, 0.08, 0.056, 0.056),
  cut("lowBack", 0.01, 0.076, 0.055, 0.05),
];

const SHIRT: readonly Cut[] = [
  cut("pelvis", 0.018, 0.09, 0.061, 0.07),
  cut("pelvis", 0.05, 0.086, 0.06, 0.062),
  cut("lowBack", 0.03, 0.079, 0.057, 0.052),
  cut("ribs", -0.01, 0.08, 0.059, 0.053),
  cut("ribs", 0.04, 0.09, 0.067, 0.061),
  cut("chest", 0.006, 0.105, 0.072, 0.066),
  cut("chest", 0.04, 0.121, 0.066, 0.066),
  cut("chest", 0.068, 0.13, 0.05, 0.06),
  cut("chest", 0.088, 0.094, 0.036, 0.05),
  cut("chest", 0.098, 0.04, 0.03, 0.04),
];

/** Seat and hips, in the tone of the trousers. */
export function drawHips(placed: Placed, camera: Camera): string {
  return sweep(HIPS, placed, camera);
}

/** From the hem to the collar: pelvis, low back and ribs in one soft outline that bends with the spine. */
export function drawShirt(placed: Placed, camera: Camera): string {
  return sweep(SHIRT, placed, camera);
}

export function drawNeck(placed: Placed, camera: Camera): string {
  const neck = segmentIndex("neck");
  const low = camera.spot(pointOn(placed, neck, [-0.004, 0.002, 0]));
  const high = camera.spot(pointOn(placed, neck, [0.004, LENGTHS.headAndNeck * 0.42, 0]));
  return limb(low, 0.031, high, 0.027);
}

/** The outline of a row of cuts: each as broad as its oval looks from here, square to the way the spine runs in the picture. */
function sweep(cuts: readonly Cut[], placed: Placed, camera: Camera): string {
  const spots = cuts.map((one) => camera.spot(pointOn(placed, one.segment, one.at)));
  const left: Spot[] = [];
  const right: Spot[] = [];
  cuts.forEach((one, index) => {
    const spot = spots[index];
    const frame = placed.frames[one.segment];
    if (!spot || !frame) return;
    const before = spots[index - 1] ?? spot;
    const after = spots[index + 1] ?? spot;
    const across = leftOf(heading(before, after).along);
    const side = dot(camera.across(frame.right), across);
    const front = dot(camera.across(frame.front), across);
    const reach = (depth: number) => Math.hypot(one.side * side, depth * front);
    const toLeft = reach(front > 0 ? one.front : one.back);
    const toRight = reach(front > 0 ? one.back : one.front);
    left.push([spot[0] + across[0] * toLeft, spot[1] + across[1] * toLeft]);
    right.push([spot[0] - across[0] * toRight, spot[1] - across[1] * toRight]);
  });
  return softRing([...left, ...right.reverse()]);
}

const dot = (a: Spot, b: Spot) => a[0] * b[0] + a[1] * b[1];
