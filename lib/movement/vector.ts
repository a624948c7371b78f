/** A point or a direction in the room, in parts of the body's height: x forwards, y up, z to the body's right. */
export type Vector = readonly [number, number, number];

/** A frame: the directions of a part's front, top and right, as columns. */
export type Frame = { front: Vector; up: Vector; right: Vector };

export type Axis = "front" | "up" | "right";

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vector, b: Vector): number => length(subtract(a, b));
export const middle = (a: Vector, b: Vector): Vector => scale(add(a, b), 0.5);
/** The point (front, up, right) of a frame, in the room. */
export function within(frame: Frame, [front, up, right]: Vector): Vector {
  return add(add(scale(frame.front, front), scale(frame.up, up)), scale(frame.right, right));
}

/** A frame turned about one of its own axes by radians, right-handed. */
export function turned(frame: Frame, axis: Axis, radians: number): Frame {
  if (radians === 0) return frame;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const mix = (a: Vector, b: Vector): Vector => add(scale(a, cos), scale(b, sin));
  const { front, up, right } = frame;
  if (axis === "right") return { front: mix(front, up), up: mix(up, scale(front, -1)), right };
  if (axis === "front") return { front, up: mix(up, right), right: mix(right, scale(up, -1)) };
  return { front: mix(front, scale(right, -1)), up, right: mix(right, front) };
}

export const RADIAN = Math.PI / 180;
