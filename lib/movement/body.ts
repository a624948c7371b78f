import type { JointName } from "./joints";
import type { Axis, Vector } from "./vector";
import type { Side } from "./vocabulary";

/**
 * Lengths in parts of standing height: Drillis and Contini, in Winter, Biomechanics and Motor Control of Human Movement. The trunk
 * (hip to shoulder 0.288) is divided so that it can bend; joint centres of hip and shoulder lie inside the breadths the table
 * gives (0.191 and 0.259), by the flesh and bone around them.
 */
export const LENGTHS = {
  shank: 0.246,
  thigh: 0.245,
  trunk: 0.288,
  upperArm: 0.186,
  forearm: 0.146,
  hand: 0.108,
  headAndNeck: 0.182,
  foot: 0.152,
  ankleHeight: 0.039,
} as const;

const HALF_HIPS = 0.05;
const HALF_SHOULDERS = 0.1;
/** Where the trunk bends: sacrum to L4, to L1, to T7, to T1. */
const TRUNK = { pelvis: 0.062, lowBack: 0.074, ribs: 0.08, chest: 0.072 } as const;
const HEEL_BEHIND_ANKLE = 0.036;
const BALL_BEFORE_ANKLE = 0.078;

export type SegmentName =
  | "pelvis"
  | "lowBack"
  | "ribs"
  | "chest"
  | "neck"
  | `${Side}${"Thigh" | "Shank" | "Foot" | "ToeBox" | "UpperArm" | "Forearm" | "Hand"}`;

/** One way a segment can turn against its parent. `sign` makes the field's positive direction the frame's. */
export type Freedom = {
  name: string;
  /** The joint whose range holds it; null for the whole body's attitude in the room. */
  joint: JointName | null;
  axis: Axis;
  sign: 1 | -1;
  /** Parts of the joint's angle taken here; a spine region bends at two places. */
  share: number;
};

export type Segment = {
  name: SegmentName;
  parent: number;
  /** Where its own joint sits in the parent's frame. */
  at: Vector;
  freedoms: Freedom[];
  /** A turn the joint has at rest, in degrees about its long axis. */
  rest?: number;
};

function spine(region: "lowBack" | "upperBack" | "neck", share: number): Freedom[] {
  return [
    { name: `${region}.flexion`, joint: `${region}Flexion`, axis: "right", sign: -1, share },
    { name: `${region}.sideBend`, joint: `${region}SideBend`, axis: "front", sign: 1, share },
    { name: `${region}.rotation`, joint: `${region}Rotation`, axis: "up", sign: 1, share },
  ];
}

function ballJoint(side: Side, joint: "hip" | "shoulder"): Freedom[] {
  const outwards = side === "right" ? -1 : 1;
  const inwards = side === "right" ? 1 : -1;
  const name = `${side}${joint === "hip" ? "Hip" : "Shoulder"}`;
  return [
    { name: `${name}.flexion`, joint: `${joint}Flexion`, axis: "right", sign: 1, share: 1 },
    { name: `${name}.abduction`, joint: `${joint}Abduction`, axis: "front", sign: outwards, share: 1 },
    { name: `${name}.rotation`, joint: `${joint}Rotation`, axis: "up", sign: inwards, share: 1 },
  ];
}

const hinge = (name: string, joint: JointName, sign: 1 | -1): Freedom[] => [
  { name, joint, axis: "right", sign, share: 1 },
];

const attitude: Freedom[] = [
  { name: "pelvis.turn", joint: null, axis: "up", sign: 1, share: 1 },
  { name: "pelvis.tilt", joint: null, axis: "right", sign: -1, share: 1 },
  { name: "pelvis.list", joint: null, axis: "front", sign: 1, share: 1 },
];

function limbs(side: Side, hips: number, chest: number, from: number): Segment[] {
  const out = side === "right" ? 1 : -1;
  const at = (index: number) => from + index;
  return [
    { name: `${side}Thigh`, parent: hips, at: [0, 0, out * HALF_HIPS], freedoms: ballJoint(side, "hip") },
    {
      name: `${side}Shank`,
      parent: at(0),
      at: [0, -LENGTHS.thigh, 0],
      freedoms: hinge(`${side}Knee`, "kneeFlexion", -1),
    },
    {
      name: `${side}Foot`,
      parent: at(1),
      at: [0, -LENGTHS.shank, 0],
      freedoms: hinge(`${side}Ankle`, "ankleDorsiflexion", 1),
    },
    {
      name: `${side}ToeBox`,
      parent: at(2),
      at: [BALL_BEFORE_ANKLE, -LENGTHS.ankleHeight + 0.012, 0],
      freedoms: hinge(`${side}Toes`, "toeExtension", 1),
    },
    {
      name: `${side}UpperArm`,
      parent: chest,
      at: [0, TRUNK.chest - 0.012, out * HALF_SHOULDERS],
      freedoms: ballJoint(side, "shoulder"),
    },
    {
      name: `${side}Forearm`,
      parent: at(4),
      at: [0, -LENGTHS.upperArm, 0],
      freedoms: hinge(`${side}Elbow`, "elbowFlexion", 1),
    },
    {
      name: `${side}Hand`,
      parent: at(5),
      at: [0, -LENGTHS.forearm, 0],
      rest: out * 90,
      freedoms: [
        { name: `${side}Forearm.pronation`, joint: "forearmPronation", axis: "up", sign: out as 1 | -1, share: 1 },
        ...hinge(`${side}Wrist`, "wristFlexion", 1),
      ],
    },
  ];
}

const TRUNK_SEGMENTS: Segment[] = [
  { name: "pelvis", parent: -1, at: [0, 0, 0], freedoms: attitude },
  { name: "lowBack", parent: 0, at: [0, TRUNK.pelvis, 0], freedoms: spine("lowBack", 0.5) },
  {
    name: "ribs",
    parent: 1,
    at: [0, TRUNK.lowBack, 0],
    freedoms: [...spine("lowBack", 0.5), ...spine("upperBack", 0.5)],
  },
  { name: "chest", parent: 2, at: [0, TRUNK.ribs, 0], freedoms: spine("upperBack", 0.5) },
  { name: "neck", parent: 3, at: [0, TRUNK.chest, 0], freedoms: spine("neck", 1) },
];

/** Every segment of the body, each after its parent. */
export const SEGMENTS: readonly Segment[] = [...TRUNK_SEGMENTS, ...limbs("left", 0, 3, 5), ...limbs("right", 0, 3, 12)];

const INDEX = new Map(SEGMENTS.map((segment, index) => [segment.name, index]));

/** A segment's place in SEGMENTS. */
export function segmentIndex(name: SegmentName): number {
  const index = INDEX.get(name);
  if (index === undefined) throw new Error(`the body has no ${name}`);
  return index;
}

/** Where a segment ends, in its own frame. */
export const ENDS = {
  shoulderLine: [0, TRUNK.chest, 0],
  headCentre: [0.012, LENGTHS.headAndNeck - 0.068, 0],
  heel: [-HEEL_BEHIND_ANKLE, -LENGTHS.ankleHeight, 0],
  ball: [BALL_BEFORE_ANKLE, -LENGTHS.ankleHeight, 0],
  toeTip: [LENGTHS.foot - HEEL_BEHIND_ANKLE - BALL_BEFORE_ANKLE, -0.012, 0],
  fingerTips: [0, -LENGTHS.hand, 0],
  palm: [0, -LENGTHS.hand * 0.45, 0],
} as const satisfies Record<string, Vector>;

/** What changes a part's shape and turns nothing. */
const SHAPES: Readonly<Record<string, JointName>> = { leftArch: "footArch", rightArch: "footArch" };

export const FREEDOMS: readonly string[] = [
  "x",
  "y",
  "z",
  ...new Set(SEGMENTS.flatMap((segment) => segment.freedoms.map((freedom) => freedom.name))),
  ...Object.keys(SHAPES),
];
const FREEDOM_INDEX = new Map(FREEDOMS.map((name, index) => [name, index]));

/** A freedom's place in the list of numbers that states the body: x, y, z of the hips' middle, then angles in degrees. */
export function freedomIndex(name: string): number {
  const index = FREEDOM_INDEX.get(name);
  if (index === undefined) throw new Error(`the body has no ${name}`);
  return index;
}

/** The range of each number of a state; null where the room alone is the limit. */
export const JOINT_OF: readonly (JointName | null)[] = FREEDOMS.map((name) => {
  for (const segment of SEGMENTS) {
    const freedom = segment.freedoms.find((one) => one.name === name);
    if (freedom) return freedom.joint;
  }
  return SHAPES[name] ?? null;
});
