import { lineName } from "@/lib/practice/line-name";
import type { PastExercise } from "@/lib/practice/past-day";

/** What is told of one exercise of a day that has been; null is not said. */
export type PastAnswer = { outcome: "done" | "partly" | null; painNrs: number | null };

/** The logs of a day, as they are sent. All of it is as much as was prescribed; how much part of it was, nobody said. */
export function pastEntries(
  told: readonly PastExercise[],
  answers: Readonly<Record<string, PastAnswer>>,
  { performedAt, idOf }: { performedAt: string; idOf: (name: string) => string },
) {
  return told.flatMap((exercise) => {
    const { itemId: planItemId, dueOn, occasion, dose } = exercise;
    const name = lineName(exercise);
    const { outcome = null, painNrs = null } = answers[name] ?? {};
    if (!outcome) return [];
    const isDone = outcome === "done";
    return [
      {
        id: idOf(name),
        planItemId,
        dueOn,
        occasion,
        outcome,
        setsDone: isDone ? dose.sets : null,
        repetitionsDone: isDone ? dose.repetitions : null,
        holdSecondsDone: isDone ? dose.holdSeconds : null,
        loadKg: isDone ? dose.loadKg : null,
        painNrs,
        performedAt,
      },
    ];
  });
}
