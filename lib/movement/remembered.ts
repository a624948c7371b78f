import type { Drawing } from "./drawing";
import type { Figure } from "./figure-schema";
import { type StillAt, stillDrawing } from "./stills";

/** Stills of a library or two. A still is some four kilobytes. */
const MOST = 600;
const known = new Map<string, Drawing>();

/**
 * A still, drawn once: the same figure gives the same drawing, and a page of sixty asks for the same sixty each time. The drawings
 * used least lately are let go.
 */
export function rememberedStill(figure: Figure, at: StillAt, mirrored: boolean): Drawing {
  const key = `${at}:${mirrored}:${JSON.stringify(figure)}`;
  const drawing = known.get(key) ?? stillDrawing(figure, at, { mirrored });
  known.delete(key);
  known.set(key, drawing);
  if (known.size > MOST) {
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }
  return drawing;
}
