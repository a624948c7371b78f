import type { LibraryExercise } from "@/lib/library/schemas";
import { isMirrored } from "@/lib/movement/sides";
import { stillDrawing } from "@/lib/movement/stills";
import type { DoseSide } from "@/lib/plans/vocabulary";
import type { HandoutPicture } from "./handout";

/**
 * How an exercise is shown on paper: its figure at the start and at the end, on the side it is prescribed for, or else the first
 * of the clinic's own photos; null when it has neither.
 */
export function pictureOf(
  { figure, media }: Pick<LibraryExercise, "figure" | "media">,
  side: DoseSide,
): HandoutPicture | null {
  if (figure) {
    const options = { mirrored: isMirrored(figure, side) };
    return { kind: "figure", start: stillDrawing(figure, "start", options), end: stillDrawing(figure, "end", options) };
  }
  const photo = media.find((one) => one.kind === "photo");
  return photo ? { kind: "photo", mediaId: photo.mediaId, words: photo.alt } : null;
}
