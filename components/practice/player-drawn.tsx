import { ClinicPhoto } from "@/components/library/clinic-photo";
import { MediaGallery } from "@/components/library/media-gallery";
import { FigureMoving } from "@/components/movement/figure-moving";
import { cycleOf } from "@/lib/movement/cycle";
import type { Figure } from "@/lib/movement/figure-schema";
import { isMirrored } from "@/lib/movement/sides";
import type { PlayerExercise } from "@/lib/practice/queries/player";
import { ExerciseGuide } from "./exercise-guide";
import type { PlayerPicture, PlayerPictures } from "./player-pictures";

/** Draws what a session shows of an exercise: each side that works, or the clinic's own photo; the words; and what is easier. */
export function drawnFor(exercise: PlayerExercise): PlayerPictures {
  const { title, dose, figure, media, guide, note, painCeiling, rangeLimit, easier, easierShown } = exercise;
  const photo = media.find((one) => one.kind === "photo");
  const any = figure
    ? drawing(figure, title, dose.side)
    : photo
      ? { shown: <ClinicPhoto mediaId={photo.mediaId} alt={photo.alt} className={PHOTO} />, cycle: null }
      : null;
  const isTold = figure !== null && figure.side !== null && dose.side === "both";
  const { figure: easierFigure = null } = easierShown ?? {};
  return {
    picture: {
      any,
      left: isTold ? drawing(figure, title, "left") : null,
      right: isTold ? drawing(figure, title, "right") : null,
    },
    guide: (
      <div className="grid gap-6">
        <ExerciseGuide view={{ guide, dose, note, painCeiling, rangeLimit }} />
        <MediaGallery media={media} />
      </div>
    ),
    easier:
      easier && easierShown
        ? {
            picture: easierFigure && drawing(easierFigure, easier.title, easier.dose.side),
            guide: <ExerciseGuide view={{ guide: easierShown.guide, dose: easier.dose, note: "", painCeiling }} />,
          }
        : null,
  };
}

const PHOTO = "mx-auto max-h-[40vh] w-full rounded-lg bg-sunken object-contain";

function drawing(figure: Figure, name: string, side: string): PlayerPicture {
  return {
    shown: (
      <FigureMoving
        figure={figure}
        name={name}
        mirrored={isMirrored(figure, side)}
        className="mx-auto w-full rounded-lg bg-sunken p-4"
      />
    ),
    cycle: cycleOf(figure),
  };
}
