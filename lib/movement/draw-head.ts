import { ENDS, segmentIndex } from "./body";
import type { Camera, Spot } from "./camera";
import type { Figure } from "./figure-schema";
import { type Placed, pointOn } from "./kinematics";
import { disc, heading, leftOf, limb, oval, softRing } from "./outlines";
import { add, type Frame, length, scale, type Vector, within } from "./vector";

/** Half the skull's depth, height and breadth. */
const SKULL = { front: 0.056, up: 0.068, side: 0.048 };
const HAIR = 1.09;
/** Where the hair's middle lies: up and to the back; and how far round from there it grows, in degrees. */
const CROWN: Vector = [-0.66, 0.75, 0];
export type Hair = Figure["person"]["hair"] | "top-bun";
const GROWTH: Record<Hair, number> = { short: 84, bun: 86, "top-bun": 86, long: 88 };
const HAIR_SPOTS = 7;

/** The head in drawing order: shapes by tone, each always the same commands. */
export function drawHead(placed: Placed, camera: Camera, hair: Hair) {
  const neck = segmentIndex("neck");
  const frame = placed.frames[neck];
  if (!frame) throw new Error("the body has no head");
  const centre = pointOn(placed, neck, ENDS.headCentre);
  const at = (front: number, up: number, side: number) => camera.spot(add(centre, within(frame, [front, up, side])));
  const nearSide = camera.towards(frame.right) >= 0 ? 1 : -1;
  return {
    face:
      face(camera, frame, camera.spot(centre)) +
      limb(at(0.038, 0.006, 0), 0.008, at(0.059, -0.01, 0), 0.0085) +
      jaw(at),
    hair: cap(centre, frame, camera, GROWTH[hair]),
    bun: behindHead(at, hair),
    ear: oval(at(-0.006, -0.006, nearSide * SKULL.side * 0.9), [0, 1], 0.014, 0.009),
    eyes: [1, -1].map((side) => disc(at(0.05, 0.008, side * 0.019), eyeSize(camera, frame, side))).join(""),
  };
}

/** What the hair does behind the head: a knot, or a tail to the nape. */
function behindHead(at: (front: number, up: number, side: number) => Spot, hair: Hair): string {
  switch (hair) {
    case "bun":
      return disc(at(-0.062, 0.05, 0), 0.027);
    case "top-bun":
      return disc(at(0, 0.086, 0), 0.026);
    case "long":
      return limb(at(-0.04, 0, 0), 0.034, at(-0.046, -0.07, 0), 0.024);
    case "short":
      return "";
  }
}

/** An eye is seen as far as it looks this way; one that is hidden has no size. */
function eyeSize(camera: Camera, frame: Frame, side: number): number {
  const looks = camera.towards(within(frame, [0.75, 0, side * 0.66]));
  return looks > 0.25 ? 0.0062 : 0;
}

/** The chin carries the face forward of the skull. */
function jaw(at: (front: number, up: number, side: number) => Spot): string {
  return limb(at(0.012, -0.03, 0), 0.036, at(0.024, -0.052, 0), 0.02);
}

function face(camera: Camera, frame: Frame, centre: Spot): string {
  const up = camera.across(frame.up);
  const { along } = heading([0, 0], up);
  const across = leftOf(along);
  const reach = (direction: Spot) =>
    Math.hypot(
      SKULL.front * dot(camera.across(frame.front), direction),
      SKULL.up * dot(up, direction),
      SKULL.side * dot(camera.across(frame.right), direction),
    );
  return oval(centre, along, reach(along), reach(across));
}

/**
 * The part of the skull that hair covers, as far as it is seen. The hair's edge is a circle on the skull: the stretch of it that
 * faces the watcher is followed, then the skull's rim back to where it began.
 */
function cap(centre: Vector, frame: Frame, camera: Camera, growth: number): string {
  const axis = within(frame, scale(CROWN, 1 / length(CROWN)));
  const [near, wide] = [Math.cos((growth * Math.PI) / 180), Math.sin((growth * Math.PI) / 180)];
  const [ax, ay] = camera.across(axis);
  const az = camera.towards(axis);
  const flat = Math.max(Math.hypot(ax, ay), 1e-6);
  // In the picture's own axes: e1 leans from the hair's middle towards the watcher, e2 lies across.
  const e1: Vector = [(-ax * az) / flat, (-ay * az) / flat, flat];
  const e2: Vector = [-ay / flat, ax / flat, 0];
  const edge = (angle: number): Spot => {
    const [c, s] = [wide * Math.cos(angle), wide * Math.sin(angle)];
    return [near * ax + c * e1[0] + s * e2[0], near * ay + c * e1[1] + s * e2[1]];
  };
  const turn = Math.acos(Math.min(1, Math.max(-1, (-near * az) / (wide * flat))));
  const half = Math.acos(Math.min(1, near / flat));
  const towardsHair = Math.atan2(ay, ax);
  const steps = Array.from({ length: HAIR_SPOTS }, (_, index) => (2 * index) / (HAIR_SPOTS - 1) - 1);
  const seen = steps.map((part) => edge(part * turn));
  const rim =
    turn > Math.PI - 0.01
      ? steps.map(() => edge(Math.PI))
      : steps.map((part): Spot => {
          const angle = towardsHair + part * -half;
          return [Math.cos(angle), Math.sin(angle)];
        });
  return softRing([...seen, ...rim].map((spot) => onSkull(centre, frame, camera, spot)));
}

/** From the round skull's disc to the picture: stretched as the long head is. */
function onSkull(centre: Vector, frame: Frame, camera: Camera, disc: Spot): Spot {
  const [cx, cy] = camera.spot(centre);
  const { along } = heading([0, 0], camera.across(frame.up));
  const across = leftOf(along);
  const depth = Math.hypot(
    SKULL.front * dot(camera.across(frame.front), across),
    SKULL.side * dot(camera.across(frame.right), across),
  );
  const a = dot(disc, along) * SKULL.up * HAIR;
  const b = dot(disc, across) * Math.max(depth, SKULL.side * 0.8) * HAIR;
  return [cx + along[0] * a + across[0] * b, cy + along[1] * a + across[1] * b];
}

const dot = (a: Spot, b: Spot) => a[0] * b[0] + a[1] * b[1];
