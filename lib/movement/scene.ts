import { type Bounds, boundsOfPaths, shifted } from "./bounds";
import { type Camera, cameraFor, type Spot } from "./camera";
import type { Drawing, Shape } from "./drawing";
import type { Figure } from "./figure-schema";
import type { Placed } from "./kinematics";
import { partPoint } from "./landmarks";
import { type Piece, paint } from "./layers";
import { type Stop, stopsOf } from "./motion";
import { UNITS } from "./outlines";
import { extentOf, type Stacking, stackingOf } from "./stacking";
import type { Vector } from "./vector";

export type DrawOptions = {
  mirrored?: boolean;
  /** Only this stop is drawn, and the picture is as large as it alone needs. */
  only?: number;
};

/** A figure set up to be drawn: all its moments share one camera, one order of layers and one size of picture. */
export type Scene = {
  figure: Figure;
  stops: Stop[];
  /** The shapes of each stop that is drawn. */
  stills: Shape[][];
  camera: Camera;
  stacking: Stacking;
  body: { least: Vector; most: Vector };
  width: number;
  height: number;
};

const MARGIN = 10;
const FOCUS = 0.17;

/** @throws when a contact rests on a prop the figure does not have. */
export function sceneOf(figure: Figure, { mirrored = false, only }: DrawOptions): Scene {
  const stops = stopsOf(figure);
  const all = stops.map((stop) => stop.placed);
  const placed = only === undefined ? all : all.slice(only, only + 1);
  const body = extentOf(placed);
  const camera = cameraFor(figure, mirrored);
  const stacking = stackingOf(figure, all, camera);
  const stills = placed.map((one) => shapesOf(paint(figure, one, camera, stacking, body)));
  const bounds = figure.focus
    ? boundsAround(placed.map((one) => camera.spot(partPoint(one, figure.focus ?? "seat"))))
    : boundsOfPaths(stills.flat());
  const right = Math.round(MARGIN - bounds.left);
  const down = Math.round(MARGIN - bounds.top);
  const moved: Camera = {
    ...camera,
    spot: (point) => {
      const [x, y] = camera.spot(point);
      return [x + right / UNITS, y - down / UNITS];
    },
  };
  return {
    figure,
    stops,
    stills: stills.map((shapes) => shapes.map((shape) => ({ ...shape, d: shifted(shape.d, right, down) }))),
    camera: moved,
    stacking,
    body,
    width: Math.ceil(bounds.right - bounds.left + 2 * MARGIN),
    height: Math.ceil(bounds.bottom - bounds.top + 2 * MARGIN),
  };
}

/** A window as wide as half the body is high round what it is about. */
function boundsAround(spots: readonly Spot[]): Bounds {
  const xs = spots.map(([x]) => x * UNITS);
  const ys = spots.map(([, y]) => -y * UNITS);
  const half = FOCUS * UNITS;
  return {
    left: Math.min(...xs) - half,
    right: Math.max(...xs) + half,
    top: Math.min(...ys) - half * 1.5,
    bottom: Math.max(...ys) + half * 0.4,
  };
}

/** The shapes of a moment between the stops. */
export function shapesAt(scene: Scene, placed: Placed): Shape[] {
  return shapesOf(paint(scene.figure, placed, scene.camera, scene.stacking, scene.body));
}

function shapesOf(pieces: readonly Piece[]): Shape[] {
  return pieces.map(({ line: width, ...piece }) => (width ? { ...piece, line: Math.round(width * UNITS) } : piece));
}

/** What all pictures of a scene have in common. */
export function frameOf({ figure, width, height }: Scene): Omit<Drawing, "shapes"> {
  return { width, height, skin: figure.person.skin, cropped: figure.focus !== null };
}
