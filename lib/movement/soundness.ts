import { ENDS, JOINT_OF, LENGTHS, SEGMENTS, type SegmentName, segmentIndex } from "./body";
import type { Figure } from "./figure-schema";
import { boundsOf } from "./joints";
import { type Placed, pointOn } from "./kinematics";
import { landmarkPoint, landmarksOf, reach } from "./landmarks";
import { type Moment, momentsOf, stopsOf } from "./motion";
import { planeOf } from "./surfaces";
import { distance, scale, type Vector } from "./vector";
import { SIDES } from "./vocabulary";

/** What counts as touching, in parts of the body's height. */
const CLOSE = 0.01;
/** Moments looked at in each move: more than are drawn. */
const STEPS = 10;
const HAIR = 1e-6;

/**
 * What is wrong with a figure as a body, over one whole repetition: a part that leaves what it rests on, a foot under the floor, a
 * joint past its range, a segment that changes length. One line a fault, each at its worst; none for a sound figure.
 */
export function figureFaults(figure: Figure): string[] {
  const moments = momentsOf(figure, stopsOf(figure), STEPS);
  const faults = moments.flatMap((moment) => [
    ...contactFaults(figure, moment),
    ...floorFaults(moment),
    ...rangeFaults(moment),
    ...lengthFaults(moment),
  ]);
  const worst = new Map<string, { by: number; text: string }>();
  for (const fault of faults) {
    if (fault.by > (worst.get(fault.what)?.by ?? 0)) worst.set(fault.what, fault);
  }
  return [...worst.values()].map(({ text }) => text);
}

type Fault = { what: string; by: number; text: string };

const percent = (heights: number) => `${(heights * 100).toFixed(1)}% of the body's height`;
const when = ({ at }: Moment) => `${Math.round(at * 100)}% of the way through`;

function contactFaults(figure: Figure, moment: Moment): Fault[] {
  return moment.contacts.flatMap((contact) => {
    const off = Math.max(...landmarksOf(contact.part).map((_, index) => offBy(figure, moment.placed, contact, index)));
    if (off <= CLOSE) return [];
    const text = `${contact.part} is ${percent(off)} away from where it rests on the ${contact.on}, ${when(moment)}`;
    return [{ what: `${contact.part} on ${contact.on}`, by: off, text }];
  });
}

/** How far one landmark of a contact is from its surface, or from the place it keeps there. */
function offBy(figure: Figure, placed: Placed, contact: Moment["contacts"][number], index: number): number {
  const mark = landmarksOf(contact.part)[index];
  if (!mark) return 0;
  const plane = planeOf(figure, contact.on);
  const point = landmarkPoint(placed, mark);
  const side = plane.upright && (placed.joints[0]?.[0] ?? 0) < plane.level ? -1 : 1;
  const normal: Vector = plane.upright ? [side, 0, 0] : [0, 1, 0];
  const gap = side * ((plane.upright ? point[0] : point[1]) - plane.level) - reach(placed, mark, scale(normal, -1));
  const keep = contact.places?.[index];
  return Math.max(Math.abs(gap), keep ? distance(point, keep) : 0);
}

function floorFaults(moment: Moment): Fault[] {
  const soles: readonly [SegmentName, Vector][] = SIDES.flatMap((side): [SegmentName, Vector][] => [
    [`${side}Foot`, ENDS.heel],
    [`${side}Foot`, ENDS.ball],
    [`${side}ToeBox`, ENDS.toeTip],
  ]);
  return soles.flatMap(([segment, at]) => {
    const [, up] = pointOn(moment.placed, segmentIndex(segment), at);
    if (up > -CLOSE) return [];
    return [
      { what: `${segment} floor`, by: -up, text: `${segment} is ${percent(-up)} under the floor, ${when(moment)}` },
    ];
  });
}

function rangeFaults(moment: Moment): Fault[] {
  return moment.state.flatMap((value, index) => {
    const joint = JOINT_OF[index];
    if (!joint) return [];
    const [least, most] = boundsOf(joint);
    const by = Math.max(least - value, value - most);
    if (by <= HAIR) return [];
    const text = `${joint} is at ${value.toFixed(0)}; it goes from ${least} to ${most} degrees, ${when(moment)}`;
    return [{ what: joint, by, text }];
  });
}

const SPANS: readonly { from: SegmentName; to: SegmentName; length: number }[] = [
  ...SEGMENTS.flatMap((segment) => {
    const parent = SEGMENTS[segment.parent];
    return parent ? [{ from: parent.name, to: segment.name, length: Math.hypot(...segment.at) }] : [];
  }),
  ...SIDES.flatMap((side): { from: SegmentName; to: SegmentName; length: number }[] => [
    { from: `${side}Thigh`, to: `${side}Shank`, length: LENGTHS.thigh },
    { from: `${side}Shank`, to: `${side}Foot`, length: LENGTHS.shank },
    { from: `${side}UpperArm`, to: `${side}Forearm`, length: LENGTHS.upperArm },
    { from: `${side}Forearm`, to: `${side}Hand`, length: LENGTHS.forearm },
  ]),
];

function lengthFaults({ placed }: Moment): Fault[] {
  return SPANS.flatMap(({ from, to, length }) => {
    const [a, b] = [placed.joints[segmentIndex(from)], placed.joints[segmentIndex(to)]];
    const by = a && b ? Math.abs(distance(a, b) - length) : 0;
    return by <= HAIR ? [] : [{ what: `${from} ${to}`, by, text: `${from} to ${to} has changed its length` }];
  });
}
