import { FREEDOMS, freedomIndex, SEGMENTS } from "./body";
import { add, type Frame, RADIAN, turned, type Vector, within } from "./vector";
import type { Side } from "./vocabulary";

/** The body as numbers: x, y, z of the hips' middle in parts of its height, then each joint's angle in degrees. See FREEDOMS. */
export type BodyState = readonly number[];

/** What one freedom turns: everything beyond `origin`, about `axis`, by `share` of its angle. */
export type Hinge = { freedom: number; segment: number; origin: Vector; axis: Vector; share: number };

/** Where every segment is: its joint, and the directions of its front, top and right. */
export type Placed = { joints: Vector[]; frames: Frame[]; hinges: Hinge[]; arches: Record<Side, number> };

const LEFT_ARCH = freedomIndex("leftArch");
const RIGHT_ARCH = freedomIndex("rightArch");
const FREEDOM_OF = SEGMENTS.map((segment) => segment.freedoms.map((freedom) => freedomIndex(freedom.name)));

/** Forward kinematics: from the root outwards, each segment turned against its parent. */
export function place(state: BodyState, base: Frame): Placed {
  const joints: Vector[] = [];
  const frames: Frame[] = [];
  const hinges: Hinge[] = [];
  SEGMENTS.forEach((segment, index) => {
    const parent = frames[segment.parent] ?? base;
    const from = joints[segment.parent];
    const origin: Vector = from ? add(from, within(parent, segment.at)) : [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0];
    let frame = segment.rest ? turned(parent, "up", segment.rest * RADIAN) : parent;
    segment.freedoms.forEach((freedom, at) => {
      const number = FREEDOM_OF[index]?.[at] ?? 0;
      const share = freedom.sign * freedom.share;
      hinges.push({ freedom: number, segment: index, origin, axis: frame[freedom.axis], share });
      frame = turned(frame, freedom.axis, (state[number] ?? 0) * share * RADIAN);
    });
    joints.push(origin);
    frames.push(frame);
  });
  return { joints, frames, hinges, arches: { left: state[LEFT_ARCH] ?? 0, right: state[RIGHT_ARCH] ?? 0 } };
}

const ANCESTORS: readonly ReadonlySet<number>[] = SEGMENTS.reduce<Set<number>[]>((found, segment, index) => {
  found.push(new Set([...(found[segment.parent] ?? []), index]));
  return found;
}, []);

/** True when turning `segment` moves what is fixed to `of`. */
export function carries(segment: number, of: number): boolean {
  return ANCESTORS[of]?.has(segment) ?? false;
}

/** The point `at` of a segment's frame, in the room. */
export function pointOn(placed: Placed, segment: number, at: Vector): Vector {
  const joint = placed.joints[segment];
  const frame = placed.frames[segment];
  if (!joint || !frame) throw new Error(`the body has no segment ${segment}`);
  return add(joint, within(frame, at));
}

/** A state with all numbers at zero: upright, arms hanging, hips at the origin. */
export const NEUTRAL: BodyState = FREEDOMS.map(() => 0);
