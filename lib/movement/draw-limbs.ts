import { ENDS, LENGTHS, type SegmentName, segmentIndex } from "./body";
import type { Camera, Spot } from "./camera";
import { type Placed, pointOn } from "./kinematics";
import { heading, leftOf, limb, softRing } from "./outlines";
import type { Vector } from "./vector";
import type { Side } from "./vocabulary";

/** Half thicknesses in parts of the body's height. */
const THICK = {
  hip: 0.059,
  knee: 0.037,
  ankle: 0.022,
  shoulder: 0.034,
  elbow: 0.024,
  wrist: 0.017,
  fingers: 0.011,
};

type At = (segment: SegmentName, at: Vector) => Spot;

const spotter =
  (placed: Placed, camera: Camera): At =>
  (segment, at) =>
    camera.spot(pointOn(placed, segmentIndex(segment), at));

/** How far a swelling towards a frame's direction shows to the left and the right of a limb. */
function swelling(
  placed: Placed,
  camera: Camera,
  segment: SegmentName,
  a: Spot,
  b: Spot,
  by: { front: number; back: number },
) {
  const frame = placed.frames[segmentIndex(segment)];
  if (!frame) return { left: 0, right: 0 };
  const left = leftOf(heading(a, b).along);
  const front = camera.across(frame.front);
  const showing = front[0] * left[0] + front[1] * left[1];
  const most = Math.max(by.front, by.back) * 0.7 * (1 - Math.abs(showing));
  const towards = (sign: number) => (sign * showing > 0 ? by.front : by.back) * Math.abs(showing) + most;
  return { left: towards(1), right: towards(-1) };
}

/** Thigh, shank and foot of a side. */
export function drawLeg(placed: Placed, camera: Camera, side: Side, feet: "shod" | "bare") {
  const at = spotter(placed, camera);
  const hip = at(`${side}Thigh`, [0, 0, 0]);
  const knee = at(`${side}Shank`, [0, 0, 0]);
  const ankle = at(`${side}Foot`, [0, 0, 0]);
  const thigh = swelling(placed, camera, `${side}Thigh`, hip, knee, { front: 0.012, back: 0.006 });
  const shank = swelling(placed, camera, `${side}Shank`, knee, ankle, { front: 0.0, back: 0.016 });
  const cuff = at(`${side}Shank`, [0, -LENGTHS.shank + 0.022, 0]);
  return {
    thigh: limb(hip, THICK.hip, knee, THICK.knee, thigh),
    shank: limb(knee, THICK.knee, cuff, THICK.ankle + 0.004, shank),
    foot: feet === "bare" ? drawBareFoot(at, side, placed.arches[side]) : drawFoot(at, side),
  };
}

/** The shoe: heel to ball, instep and toe box. */
function drawFoot(at: At, side: Side): string {
  const foot: SegmentName = `${side}Foot`;
  const heel = at(foot, [ENDS.heel[0] + 0.012, ENDS.heel[1] + 0.023, 0]);
  const ankle = at(foot, [0.002, -0.004, 0]);
  const ball = at(foot, [ENDS.ball[0], ENDS.ball[1] + 0.0165, 0]);
  const toe = at(`${side}ToeBox`, [ENDS.toeTip[0] - 0.013, 0.0015, 0]);
  return limb(heel, 0.023, ball, 0.0165) + limb(ankle, 0.022, ball, 0.0165) + limb(ball, 0.0165, toe, 0.0135);
}

/** A bare foot from heel to toes; its sole leaves the floor by a hand's breadth of its own where the arch is drawn up. */
function drawBareFoot(at: At, side: Side, arch: number): string {
  const foot: SegmentName = `${side}Foot`;
  const sole = ENDS.heel[1];
  const rise = 0.004 + 0.017 * arch;
  const ring: Vector[] = [
    [-0.052, sole + 0.03, 0],
    [-0.05, sole - 0.002, 0],
    [-0.018, sole - 0.003, 0],
    [0.012, sole + rise, 0],
    [0.04, sole + rise * 1.3, 0],
    [0.062, sole - 0.002, 0],
    [0.09, sole - 0.002, 0],
    [0.088, sole + 0.024, 0],
    [0.052, sole + 0.038 + rise * 0.9, 0],
    [0.026, sole + 0.064 + rise * 0.5, 0],
    [-0.026, sole + 0.07, 0],
  ];
  const toe = at(`${side}ToeBox`, [ENDS.toeTip[0] - 0.01, 0.0, 0]);
  const ball = at(foot, [ENDS.ball[0], ENDS.ball[1] + 0.013, 0]);
  return softRing(ring.map((spot) => at(foot, spot))) + limb(ball, 0.0135, toe, 0.01);
}

/** Upper arm, its sleeve, forearm, and hand with a thumb. */
export function drawArm(placed: Placed, camera: Camera, side: Side) {
  const at = spotter(placed, camera);
  const shoulder = at(`${side}UpperArm`, [0, 0, 0]);
  const elbow = at(`${side}Forearm`, [0, 0, 0]);
  const wrist = at(`${side}Hand`, [0, 0, 0]);
  const hem = at(`${side}UpperArm`, [0, -LENGTHS.upperArm * 0.52, 0]);
  const out = side === "right" ? 1 : -1;
  const forearm = swelling(placed, camera, `${side}Forearm`, elbow, wrist, { front: 0.006, back: 0.002 });
  const palm = at(`${side}Hand`, [0.004, -LENGTHS.hand * 0.42, 0]);
  const knuckles = at(`${side}Hand`, [0.004, -LENGTHS.hand * 0.5, 0]);
  const tips = at(`${side}Hand`, [0.006, -LENGTHS.hand + THICK.fingers, 0]);
  const thumbRoot = at(`${side}Hand`, [0.006, -LENGTHS.hand * 0.2, out * 0.012]);
  const thumbTip = at(`${side}Hand`, [0.012, -LENGTHS.hand * 0.52, out * 0.028]);
  return {
    upperArm: limb(shoulder, THICK.shoulder - 0.003, elbow, THICK.elbow),
    sleeve: limb(shoulder, THICK.shoulder + 0.003, hem, THICK.elbow + 0.009),
    forearm: limb(elbow, THICK.elbow, wrist, THICK.wrist, forearm),
    hand:
      limb(wrist, THICK.wrist, palm, THICK.wrist + 0.002) +
      limb(knuckles, THICK.wrist + 0.001, tips, THICK.fingers) +
      limb(thumbRoot, 0.009, thumbTip, 0.007),
  };
}
