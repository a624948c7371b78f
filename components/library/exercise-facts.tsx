import { DescriptionList } from "@/components/ui/description-list";
import { REGION_NAMES } from "@/lib/identity/vocabulary";
import type { LibraryExercise } from "@/lib/library/schemas";
import { equipmentInWords, LEVEL_NAMES, POSITION_NAMES } from "@/lib/library/words";
import { doseInWords, scheduleInWords } from "@/lib/plans/dosage";
import { itemFromCatalogue } from "@/lib/plans/draft";

/** What a clinician wants to know of an exercise before choosing it. */
export function ExerciseFacts({ exercise }: { exercise: LibraryExercise }) {
  const { slug, sided, muscles, regions, level, position, equipment, aliases } = exercise;
  const line = itemFromCatalogue({ kind: "exercise", slug, sided, dose: exercise.dose }, slug);
  return (
    <DescriptionList
      items={[
        { term: "Dose it begins with", detail: line.dose ? doseInWords(line.dose) : "None" },
        { term: "How often", detail: scheduleInWords(line.schedule) },
        { term: "Works mainly", detail: listed(muscles.main) },
        ...(muscles.helping.length > 0 ? [{ term: "Helping", detail: listed(muscles.helping) }] : []),
        { term: "Part of the body", detail: listed(regions.map((region) => REGION_NAMES[region])) },
        { term: "Level", detail: LEVEL_NAMES[level] },
        { term: "Position", detail: POSITION_NAMES[position] },
        { term: "Equipment", detail: equipmentInWords(equipment) },
        { term: "Sides", detail: sided ? "Left and right apart" : "Both at once" },
        ...(aliases.length > 0 ? [{ term: "Also called", detail: listed(aliases) }] : []),
      ]}
    />
  );
}

const listed = (words: readonly string[]) => words.join(", ");
