import type { Figure } from "./figure-schema";
import { RADIAN, type Vector } from "./vector";

/** A point of the picture: x to the right, y upwards, in parts of the body's height. */
export type Spot = readonly [number, number];

export type Camera = {
  /** Where a point of the room falls in the picture. */
  spot: (point: Vector) => Spot;
  /** How near a point is to the watcher; more is nearer. */
  depth: (point: Vector) => number;
  /** The same for a direction, which has no place. */
  across: (direction: Vector) => Spot;
  towards: (direction: Vector) => number;
};

/**
 * Parallel rays, so that lengths tell the truth. From the side the body's right side is nearer; from the front it faces the
 * watcher. A body on its side faces whoever looks from the side of the room. Mirrored, left and right change places.
 */
export function cameraFor(figure: Pick<Figure, "base" | "view" | "turn" | "lookDown">, mirrored: boolean): Camera {
  const front = figure.view === "front" && figure.base !== "side-lying";
  const yaw = (front ? 90 - figure.turn : figure.turn) * RADIAN;
  const pitch = figure.lookDown * RADIAN;
  const flip = mirrored ? -1 : 1;
  const [cosY, sinY, cosP, sinP] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  const flat = ([x, , z]: Vector) => x * sinY + z * cosY;
  const spot = (point: Vector): Spot => [
    flip * (point[0] * cosY - point[2] * sinY),
    point[1] * cosP - flat(point) * sinP,
  ];
  const depth = (point: Vector) => flat(point) * cosP + point[1] * sinP;
  return { spot, depth, across: spot, towards: depth };
}
