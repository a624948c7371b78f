/** Milliseconds a finger or a pen rests on a handle before it lifts the line; what moves sooner scrolls the page. */
export const HOLD_MS = 350;
/** CSS pixels a mouse moves before it drags, and a resting finger may tremble. */
const MOUSE_SLACK = 4;
const FINGER_SLACK = 10;
/** CSS pixels from the edges of the screen at which the page begins to scroll under a lifted line; the bar lies over the lower one. */
const UPPER_EDGE = 72;
const LOWER_EDGE = 160;
/** CSS pixels a frame. */
const FASTEST = 16;

type Point = { x: number; y: number };

/** How a line is dragged: not at all, pressed and perhaps about to be, or lifted. */
export type Drag =
  | { is: "idle" }
  | { is: "pressed"; from: Point; isMouse: boolean }
  | { is: "lifted"; at: Point; isMouse: boolean };

export type DragStep =
  | { do: "press"; at: Point; isMouse: boolean }
  | { do: "move"; at: Point }
  | { do: "held" }
  | { do: "end" };

export const IDLE: Drag = { is: "idle" };

/** A mouse lifts a line by moving; a finger or a pen by resting on its handle, so that a page can be scrolled from there too. */
export function dragged(drag: Drag, step: DragStep): Drag {
  if (step.do === "end") return IDLE;
  if (step.do === "press") return { is: "pressed", from: step.at, isMouse: step.isMouse };
  if (step.do === "held") {
    return drag.is === "pressed" && !drag.isMouse ? { is: "lifted", at: drag.from, isMouse: false } : drag;
  }
  if (drag.is === "lifted") return { ...drag, at: step.at };
  if (drag.is === "idle") return drag;
  const gone = Math.hypot(step.at.x - drag.from.x, step.at.y - drag.from.y);
  if (drag.isMouse) return gone < MOUSE_SLACK ? drag : { is: "lifted", at: step.at, isMouse: true };
  return gone < FINGER_SLACK ? drag : IDLE;
}

/** How far to scroll in one frame while a line is held at a height of a screen, in CSS pixels: up is negative, and 0 is not at all. */
export function scrollBy(y: number, height: number): number {
  const above = UPPER_EDGE - y;
  const below = y - (height - LOWER_EDGE);
  if (above > 0) return -Math.ceil(FASTEST * Math.min(1, above / UPPER_EDGE));
  if (below > 0) return Math.ceil(FASTEST * Math.min(1, below / LOWER_EDGE));
  return 0;
}

/** The row a line let go at a height would come to stand before; "end" under the middle of the last. */
export function placeAmong(rows: readonly { key: string; top: number; height: number }[], y: number): string {
  return rows.find(({ top, height }) => y < top + height / 2)?.key ?? "end";
}

/** The box at a point: the one whose height it is at, or the nearest above or below; null beside all of them. */
export function boxAt<B extends { top: number; bottom: number; left: number; right: number }>(
  boxes: readonly B[],
  { x, y }: Point,
): B | null {
  const beside = boxes.filter(({ left, right }) => x >= left && x <= right);
  const away = ({ top, bottom }: B) => Math.max(top - y, y - bottom, 0);
  return beside.reduce<B | null>((best, box) => (best && away(best) <= away(box) ? best : box), null);
}
