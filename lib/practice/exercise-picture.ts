import type { Figure } from "@/lib/movement/figure-schema";
import { isMirrored } from "@/lib/movement/sides";
import type { PlannedLine } from "./plan-lines";

/** How a line of the plan is drawn: its figure, and whether the other side of it is meant. */
export type ExercisePicture = { figure: Figure; mirrored: boolean };

/** The drawing for a line of the plan, by the version it holds; null for an exercise that has none. */
export function pictureOf(line: PlannedLine, figures: ReadonlyMap<string, Figure>): ExercisePicture | null {
  const figure = figures.get(line.libraryVersionId ?? "");
  return figure ? { figure, mirrored: isMirrored(figure, line.dose?.side ?? "none") } : null;
}
