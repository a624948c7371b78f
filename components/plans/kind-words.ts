import type { IconName } from "@/components/ui/icon";
import type { ItemKind } from "@/lib/plans/vocabulary";

export const KIND_ICONS: Record<ItemKind, IconName> = {
  exercise: "exercise",
  article: "book",
  questionnaire: "question",
};

export const KIND_WORDS: Record<ItemKind, string> = {
  exercise: "Exercise",
  article: "Reading",
  questionnaire: "Questionnaire",
};

/** "5 exercises, 2 to read, 1 questionnaire". Kinds of which there are none are left out. */
export function countsInWords(counts: Record<ItemKind, number>): string {
  const { exercise, article, questionnaire } = counts;
  return [
    exercise > 0 ? `${exercise} ${exercise === 1 ? "exercise" : "exercises"}` : null,
    article > 0 ? `${article} to read` : null,
    questionnaire > 0 ? `${questionnaire} ${questionnaire === 1 ? "questionnaire" : "questionnaires"}` : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}
