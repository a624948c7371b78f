import type { ReactNode } from "react";
import type { Cycle } from "@/lib/movement/cycle";
import type { PlayedSide } from "@/lib/practice/player-steps";

/** A drawing, or a photo of the clinic's own, and how it moves; null where there is none. */
export type PlayerPicture = { shown: ReactNode; cycle: Cycle | null };

/** What the server drew for one exercise of a session. */
export type PlayerPictures = {
  /** By the side that works; `any` where sides are not told apart. */
  picture: { any: PlayerPicture | null; left: PlayerPicture | null; right: PlayerPicture | null };
  /** How it is done, in words. */
  guide: ReactNode;
  easier: { picture: PlayerPicture | null; guide: ReactNode } | null;
};

/** The picture for a side. */
export function pictureFor(pictures: PlayerPictures | undefined, side: PlayedSide, isEasier: boolean) {
  if (isEasier) return pictures?.easier?.picture ?? null;
  return (side && pictures?.picture[side]) ?? pictures?.picture.any ?? null;
}
