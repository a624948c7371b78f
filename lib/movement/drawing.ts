import type { Tone } from "./vocabulary";

/** One flat shape of a drawing, in drawing order. */
export type Shape = {
  /** The part it draws, such as `right-thigh`; the same in each frame of a figure. */
  id: string;
  tone: Tone;
  /** An SVG path in the drawing's own units. */
  d: string;
  /** The width of the line; absent for a filled shape. */
  line?: number;
  dashed?: boolean;
};

/**
 * A picture from 0 0 to width height, y downwards. A unit is a four-hundredth of the body's standing height. A cropped one shows a
 * part of the body; what lies outside is not to be seen.
 */
export type Drawing = { width: number; height: number; skin: 1 | 2 | 3 | 4; cropped: boolean; shapes: Shape[] };

/** A shape that moves: its path at each of the times of the cycle. */
export type MovingShape = Shape & { frames: string[] | null };

/** A picture that moves. `times` are parts of the cycle from 0 to 1, as many as each moving shape has frames. */
export type MovingDrawing = Omit<Drawing, "shapes"> & { seconds: number; times: number[]; shapes: MovingShape[] };
