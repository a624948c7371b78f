import { ENDS, LENGTHS, type SegmentName, segmentIndex } from "./body";
import type { Contact, Figure } from "./figure-schema";
import { type Placed, pointOn } from "./kinematics";
import { type Landmark, landmarkPoint, landmarksOf, partPoint, reach } from "./landmarks";
import type { Residual, Rules } from "./solve";
import { type Plane, planeOf } from "./surfaces";
import { scale, subtract, type Vector, length as vectorLength } from "./vector";

import type { Weight } from "./vocabulary";

/** A contact with the places its landmarks keep; none yet when it has just begun or slides. */
export type Held = Contact & { places: readonly Vector[] | null };
export type Touch = Figure["touches"][number];

const FIRM = 0.0004;
const LOOSE = 0.01;

/** What holds the body at one moment: contacts, touches, and for a body on its feet the balance over them. */
export function rulesFor(
  figure: Figure,
  { contacts, touches, weight }: { contacts: readonly Held[]; touches: readonly Touch[]; weight: Weight },
): Rules {
  const planes = contacts.map((contact) => planeOf(figure, contact.on));
  const onFeet = contacts.length > 0 && contacts.every(({ part }) => /(Foot|Toes|Heel)$/.test(part));
  const bearing = contacts.filter(({ part }) => weight === "both" || part.startsWith(weight));
  return (placed) => [
    ...contacts.flatMap((contact, index) => {
      const plane = planes[index];
      return plane ? contactResiduals(placed, contact, plane) : [];
    }),
    ...touches.map((touch) => touchResidual(placed, touch)),
    ...(onFeet && figure.base === "standing" && bearing.length > 0 ? balanceResiduals(placed, bearing) : []),
  ];
}

function contactResiduals(placed: Placed, contact: Held, plane: Plane): Residual[] {
  const marks = landmarksOf(contact.part);
  const residuals = marks.flatMap((mark, index) => {
    const point = landmarkPoint(placed, mark);
    const axis = plane.upright ? 0 : 1;
    const side = plane.upright && (placed.joints[0]?.[0] ?? 0) < plane.level ? -1 : 1;
    const normal: Vector = plane.upright ? [side, 0, 0] : [0, 1, 0];
    const off = side * (point[axis] - plane.level) - reach(placed, mark, scale(normal, -1));
    const keep = contact.places?.[index];
    return [
      { off, pulls: [{ segment: mark.segment, point, direction: normal }], tolerance: FIRM },
      ...(keep ? pinned(mark, point, keep, axis) : []),
    ];
  });
  const x = contact.at ?? plane.x;
  if (!contact.places && x !== null) residuals.push(standingAt(placed, marks, x));
  return residuals;
}

function pinned(mark: Landmark, point: Vector, keep: Vector, normalAxis: 0 | 1): Residual[] {
  const along: Vector[] =
    normalAxis === 1
      ? [
          [1, 0, 0],
          [0, 0, 1],
        ]
      : [
          [0, 1, 0],
          [0, 0, 1],
        ];
  return along.map((direction) => ({
    off:
      (point[0] - keep[0]) * direction[0] + (point[1] - keep[1]) * direction[1] + (point[2] - keep[2]) * direction[2],
    pulls: [{ segment: mark.segment, point, direction }],
    tolerance: FIRM,
  }));
}

/** A part comes to the middle of the thing it rests on. */
function standingAt(placed: Placed, marks: readonly Landmark[], x: number): Residual {
  const direction: Vector = [1 / marks.length, 0, 0];
  const pulls = marks.map((mark) => ({ segment: mark.segment, point: landmarkPoint(placed, mark), direction }));
  return { off: pulls.reduce((sum, { point }) => sum + point[0] * direction[0], 0) - x, pulls, tolerance: LOOSE };
}

function touchResidual(placed: Placed, { part, to }: Touch): Residual {
  const [mine] = landmarksOf(part).slice(-1);
  const [theirs] = landmarksOf(to);
  if (!mine || !theirs) throw new Error(`${part} cannot touch ${to}`);
  const from = partPoint(placed, part);
  const target = landmarkPoint(placed, theirs);
  const gap = subtract(from, target);
  const apart = Math.max(vectorLength(gap), 1e-6);
  const direction = scale(gap, 1 / apart);
  const wish = reach(placed, mine, scale(direction, -1)) + reach(placed, theirs, direction);
  return {
    off: apart - wish,
    pulls: [
      { segment: mine.segment, point: from, direction },
      { segment: theirs.segment, point: target, direction: scale(direction, -1) },
    ],
    tolerance: 0.002,
  };
}

/** Parts of the body's mass and where each is taken to be: Winter's table, at the segments' middles. */
const MASSES: readonly { segment: number; at: Vector; part: number }[] = [
  mass("pelvis", [0, 0.03, 0], 0.142),
  mass("lowBack", [0, 0.04, 0], 0.139),
  mass("chest", [0, 0, 0], 0.216),
  mass("neck", ENDS.headCentre, 0.081),
  ...(["left", "right"] as const).flatMap((side) => [
    mass(`${side}Thigh`, [0, -LENGTHS.thigh * 0.433, 0], 0.1),
    mass(`${side}Shank`, [0, -LENGTHS.shank * 0.433, 0], 0.0465),
    mass(`${side}Foot`, [0.02, -0.02, 0], 0.0145),
    mass(`${side}UpperArm`, [0, -LENGTHS.upperArm * 0.436, 0], 0.028),
    mass(`${side}Forearm`, [0, -LENGTHS.forearm * 0.55, 0], 0.022),
  ]),
];

function mass(segment: SegmentName, at: Vector, part: number) {
  return { segment: segmentIndex(segment), at, part };
}

/** A standing body keeps its centre of mass over the middle of its feet, forwards and sideways. */
function balanceResiduals(placed: Placed, contacts: readonly Held[]): Residual[] {
  const feet = contacts.flatMap(({ part }) => landmarksOf(part));
  return [[1, 0, 0] as Vector, [0, 0, 1] as Vector].map((direction) => {
    const pulls = [
      ...MASSES.map(({ segment, at, part }) => ({
        segment,
        point: pointOn(placed, segment, at),
        direction: scale(direction, part),
      })),
      ...feet.map((mark) => ({
        segment: mark.segment,
        point: landmarkPoint(placed, mark),
        direction: scale(direction, -1 / feet.length),
      })),
    ];
    const off = pulls.reduce((sum, { point, direction: d }) => sum + point[0] * d[0] + point[2] * d[2], 0);
    return { off, pulls, tolerance: LOOSE };
  });
}
