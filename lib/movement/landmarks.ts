import { ENDS, LENGTHS, type SegmentName, segmentIndex } from "./body";
import { type Placed, pointOn } from "./kinematics";
import { add, dot, type Vector } from "./vector";
import { type Part, SIDES, type Side } from "./vocabulary";

/**
 * A point of the body that can rest on something, under the flesh of an ellipsoid: half its depth to the front and to the back,
 * half its length, half its breadth, in parts of the body's height.
 */
export type Landmark = {
  segment: number;
  at: Vector;
  front: number;
  back: number;
  up: number;
  side: number;
};

const round = (segment: SegmentName, at: Vector, radius: number): Landmark => ({
  segment: segmentIndex(segment),
  at,
  front: radius,
  back: radius,
  up: radius,
  side: radius,
});

function paired(side: Side): Record<string, Landmark[]> {
  const out = side === "right" ? 1 : -1;
  const heel = round(`${side}Foot`, ENDS.heel, 0);
  const ball = round(`${side}Foot`, ENDS.ball, 0);
  const toeTip = round(`${side}ToeBox`, ENDS.toeTip, 0);
  const elbow = round(`${side}Forearm`, [0, -0.004, 0], 0.024);
  return {
    [`${side}Foot`]: [heel, ball],
    [`${side}Heel`]: [heel],
    [`${side}Toes`]: [round(`${side}ToeBox`, [0, ENDS.toeTip[1], 0], 0), toeTip],
    [`${side}Instep`]: [round(`${side}ToeBox`, [ENDS.toeTip[0] - 0.012, 0, 0], 0.014)],
    [`${side}Knee`]: [round(`${side}Shank`, [0.004, -0.006, 0], 0.034)],
    [`${side}Hand`]: [
      round(`${side}Hand`, [0, -0.014, 0], 0.018),
      round(`${side}Hand`, [0, -LENGTHS.hand * 0.75, 0], 0.016),
    ],
    [`${side}Elbow`]: [elbow],
    [`${side}Forearm`]: [elbow, round(`${side}Forearm`, [0, -LENGTHS.forearm * 0.93, 0], 0.018)],
    [`${side}Hip`]: [{ ...round("pelvis", [0, 0.01, out * 0.02], 0.062), side: 0.08 }],
    [`${side}Shoulder`]: [round(`${side}UpperArm`, [0, -0.02, 0], 0.034)],
  };
}

const PARTS_AT: Record<string, Landmark[]> = {
  ...Object.assign({}, ...SIDES.map(paired)),
  seat: [{ segment: segmentIndex("pelvis"), at: [0, 0, 0], front: 0.058, back: 0.066, up: 0.06, side: 0.085 }],
  lowBack: [{ segment: segmentIndex("ribs"), at: [0, -0.02, 0], front: 0.056, back: 0.056, up: 0.05, side: 0.08 }],
  upperBack: [{ segment: segmentIndex("chest"), at: [0, 0.02, 0], front: 0.06, back: 0.06, up: 0.06, side: 0.11 }],
  head: [{ segment: segmentIndex("neck"), at: ENDS.headCentre, front: 0.06, back: 0.058, up: 0.07, side: 0.046 }],
};

/** The points of a part that rest on a surface. */
export function landmarksOf(part: Part): readonly Landmark[] {
  const found = PARTS_AT[part];
  if (!found) throw new Error(`nothing of the body is called ${part}`);
  return found;
}

/** Where a landmark is: its middle under the flesh. */
export function landmarkPoint(placed: Placed, landmark: Landmark): Vector {
  return pointOn(placed, landmark.segment, landmark.at);
}

/** How far the flesh of a landmark reaches in a direction, in parts of the body's height. */
export function reach(placed: Placed, landmark: Landmark, direction: Vector): number {
  const frame = placed.frames[landmark.segment];
  if (!frame) return 0;
  const front = dot(frame.front, direction);
  const depth = front > 0 ? landmark.front : landmark.back;
  return Math.hypot(depth * front, landmark.up * dot(frame.up, direction), landmark.side * dot(frame.right, direction));
}

/** The middle of a part, for what is tied to it. */
export function partPoint(placed: Placed, part: Part): Vector {
  const marks = landmarksOf(part);
  const sum = marks.reduce<Vector>((all, mark) => add(all, landmarkPoint(placed, mark)), [0, 0, 0]);
  return [sum[0] / marks.length, sum[1] / marks.length, sum[2] / marks.length];
}
