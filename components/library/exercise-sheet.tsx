import { FigureMoving } from "@/components/movement/figure-moving";
import { ExerciseGuide } from "@/components/practice/exercise-guide";
import type { LibraryExercise } from "@/lib/library/schemas";
import { itemFromCatalogue } from "@/lib/plans/draft";
import { MediaGallery } from "./media-gallery";

/** An exercise on the patient's page: the figure on a soft ground, then the words, with the dose it begins with. */
export function ExerciseSheet({ exercise }: { exercise: LibraryExercise }) {
  const { slug, name, sided, figure, media } = exercise;
  const { dose, painCeiling } = itemFromCatalogue({ kind: "exercise", slug, sided, dose: exercise.dose }, slug);
  return (
    <section
      aria-label="As your patient reads it"
      data-audience="patient"
      className="overflow-hidden rounded-lg border border-rule bg-raised text-base shadow-card"
    >
      {figure ? (
        <div className="grid place-items-center bg-sunken px-6 py-5">
          <FigureMoving figure={figure} name={name} className="figure-stage w-full max-w-xl" />
        </div>
      ) : null}
      <div className="grid gap-7 p-[min(1.25rem,5vw)] sm:p-8">
        <MediaGallery media={media} />
        {dose ? <ExerciseGuide view={{ guide: exercise, dose, note: "", painCeiling }} /> : null}
      </div>
    </section>
  );
}
