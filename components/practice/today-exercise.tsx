import { FigureStill } from "@/components/movement/figure-still";
import { lineName } from "@/lib/practice/line-name";
import type { TodayExercise } from "@/lib/practice/today";
import { aboutMinutes, waitingInWords } from "@/lib/practice/today-words";
import { OUTCOME_WORDS } from "@/lib/practice/vocabulary";
import { NotedHere } from "./noted-here";
import { FromPlan, TodaySlip } from "./today-slip";

/** One exercise of the day. */
export function TodayExerciseCard({ exercise, who }: { exercise: TodayExercise; who: string }) {
  const isDue = exercise.state === "due";
  return (
    <TodaySlip href={exercise.href} quiet={!isDue}>
      <div className="flex items-center gap-4">
        {isDue && exercise.picture ? (
          <FigureStill
            {...exercise.picture}
            name={exercise.title}
            at="thumbnail"
            decorative
            className="h-16 w-20 flex-none rounded-sm bg-sunken p-1.5"
          />
        ) : null}
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline justify-between gap-4">
            <p className="font-semibold text-lg leading-snug">
              {exercise.title}
              {exercise.plan ? <FromPlan plan={exercise.plan} /> : null}
            </p>
            {exercise.state === "due" ? null : (
              <p className="flex-none text-ink-soft text-sm">{OUTCOME_WORDS[exercise.state]}</p>
            )}
          </div>
          {isDue ? (
            <>
              <p className="mt-0.5 text-ink-soft">{exercise.dose}</p>
              <p className="text-ink-soft text-sm">{aboutMinutes(exercise.minutes)}</p>
              <NotedHere who={who} line={lineName(exercise)} />
            </>
          ) : null}
          {isDue && exercise.overdueDays > 0 ? (
            <p className="text-ink-soft text-sm">{waitingInWords(exercise.overdueDays)}</p>
          ) : null}
        </div>
      </div>
    </TodaySlip>
  );
}
