import { INK, RULE } from "./measures";
import type { Painter } from "./painter";

const WEEK = 7;
const GAP = 2;
const MOST_ABREAST = 2;

/** Lines of boxes the fullest of these days needs. */
export function boxLines(boxes: readonly (number | null)[]): number {
  return Math.ceil(Math.max(0, ...boxes.map((count) => count ?? 0)) / MOST_ABREAST);
}

/**
 * Paints a row of days: as many boxes as something is due, a dash for none, and nothing for null, where one writes. `box` is a
 * box's side in points.
 */
export function paintCells(boxes: readonly (number | null)[], box: number) {
  return (painter: Painter, width: number, height: number): null => {
    const cell = width / boxes.length;
    painter.save();
    for (const [index, count] of boxes.entries()) {
      const left = index * cell;
      const isWeekStart = index % WEEK === 0;
      painter
        .lineWidth(isWeekStart ? 1.75 : 0.75)
        .moveTo(left, 0)
        .lineTo(left, height);
      painter.stroke(isWeekStart ? INK : RULE);
      if (count === null) continue;
      const [x, y] = [left + cell / 2, height / 2];
      if (count > 0) paintBoxes(painter, { x, y, count, box });
      else
        painter
          .lineWidth(0.9)
          .moveTo(x - 3.5, y)
          .lineTo(x + 3.5, y)
          .stroke(RULE);
    }
    painter.restore();
    return null;
  };
}

function paintBoxes(painter: Painter, { x, y, count, box }: { x: number; y: number; count: number; box: number }) {
  const step = box + GAP;
  const lines = Math.ceil(count / MOST_ABREAST);
  for (let index = 0; index < count; index += 1) {
    const line = Math.floor(index / MOST_ABREAST);
    const abreast = Math.min(MOST_ABREAST, count - line * MOST_ABREAST);
    const left = x - (abreast * step - GAP) / 2 + (index % MOST_ABREAST) * step;
    const top = y - (lines * step - GAP) / 2 + line * step;
    painter.lineWidth(1).roundedRect(left, top, box, box, 1.5).stroke(INK);
  }
}
