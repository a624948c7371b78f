import type { CalendarDay } from "@/lib/core/calendar";
import { doseInWords } from "@/lib/plans/dosage";
import { occurrenceId, occurrences } from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import { lineById, lineDayProblem, type Planned } from "./plan-lines";
import { latestByOccurrence, type TodayLog } from "./today";

/** An exercise that was due on a day that has been, and that nobody spoke of yet. */
export type PastExercise = {
  itemId: string;
  title: string;
  /** The name of its plan, when another plan asked for the same that day. */
  plan?: string;
  dose: Dose;
  doseWords: string;
  dueOn: CalendarDay;
  occasion: number;
};

/**
 * What was due on a day and can still be written down: not what is held already, nor what was left out of the plan since. In the
 * order it is done, by occasion. @throws RangeError on a bad day.
 */
export function untoldOn(
  plans: readonly Planned[],
  logs: readonly Pick<TodayLog, "id" | "correctsId" | "itemKey" | "dueOn" | "occasion" | "receivedAt">[],
  day: CalendarDay,
  today: CalendarDay,
): PastExercise[] {
  const told = latestByOccurrence(logs);
  return plans
    .flatMap((plan) =>
      occurrences(plan, day, day).flatMap(({ itemId, key, kind, dueOn, occasion }) => {
        const line = kind === "exercise" ? lineById([plan], itemId)?.line : undefined;
        if (!line?.dose || told.has(occurrenceId(key, dueOn, occasion)) || lineDayProblem(plan, line, dueOn, today))
          return [];
        const { title, dose } = line;
        return [{ itemId, title, dose, doseWords: doseInWords(dose), dueOn, occasion }];
      }),
    )
    .sort((a, b) => a.occasion - b.occasion);
}
