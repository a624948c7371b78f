import Link from "next/link";
import type { ReactNode } from "react";
import { FigureStill } from "@/components/movement/figure-still";
import { Icon } from "@/components/ui/icon";
import { PlumbItem, PlumbLine, type PlumbMarker } from "@/components/ui/plumb-line";
import type { Today, TodayExercise } from "@/lib/practice/today";
import { occasionInWords } from "@/lib/practice/today-words";
import { OUTCOME_WORDS } from "@/lib/practice/vocabulary";

const minutes = (count: number | null) => (count === null ? null : `${count} ${count === 1 ? "minute" : "minutes"}`);

/** The day as one thread: what to do in order, then what to read and answer, then what is behind. */
export function TodayList({ today }: { today: Today }) {
  const isRepeated = today.exercises.some((exercise) => exercise.occasion > 1);
  const first = today.exercises.find((exercise) => exercise.state === "due");
  return (
    <PlumbLine label="Today">
      {today.exercises.map((exercise, index) => (
        <PlumbItem
          key={`${exercise.key}:${exercise.dueOn}:${exercise.occasion}`}
          marker={exercise === first ? "now" : markerOf(exercise)}
          markerLabel={exercise.state === "due" ? "To do" : OUTCOME_WORDS[exercise.state]}
        >
          {isRepeated && today.exercises[index - 1]?.occasion !== exercise.occasion ? (
            <h2 className="pb-2 text-lg">{occasionInWords(exercise.occasion)} today</h2>
          ) : null}
          <ExerciseCard exercise={exercise} />
        </PlumbItem>
      ))}
      {today.reading.map((article) => (
        <PlumbItem key={article.itemId} markerLabel="To read">
          <Slip href={article.href} kind={<Kind icon="book" words={["To read", minutes(article.minutes)]} />}>
            <p className="font-semibold text-lg leading-snug">
              {article.title}
              {article.plan ? <FromPlan plan={article.plan} /> : null}
            </p>
            {article.note ? <p className="mt-1 text-ink-soft">{article.note}</p> : null}
          </Slip>
        </PlumbItem>
      ))}
      {today.questions.map((question) => (
        <PlumbItem key={question.href} markerLabel="To answer">
          <Slip
            href={question.href}
            kind={
              <Kind
                icon="question"
                words={[
                  question.begun ? "Questions, begun" : "Questions",
                  minutes(question.minutes),
                  waiting(question.overdueDays),
                ]}
              />
            }
          >
            <p className="font-semibold text-lg leading-snug">{question.title}</p>
            {question.note ? <p className="mt-1 text-ink-soft">{question.note}</p> : null}
          </Slip>
        </PlumbItem>
      ))}
      {today.done.map((one) => (
        <PlumbItem key={one.key} marker="done" markerLabel={one.what === "read" ? "Read" : "Sent"}>
          <p className="pt-0.5 text-ink-soft">
            {one.what === "read" ? "Read: " : "Answered: "}
            {one.href ? (
              <Link href={one.href} className="tap text-teal-ink underline underline-offset-[0.2em]">
                {one.title}
              </Link>
            ) : (
              one.title
            )}
          </p>
        </PlumbItem>
      ))}
    </PlumbLine>
  );
}

function markerOf({ state }: TodayExercise): PlumbMarker {
  return state === "due" ? "dot" : state;
}

const waiting = (days: number) => (days === 0 ? null : `waiting for ${days} ${days === 1 ? "day" : "days"}`);

function ExerciseCard({ exercise }: { exercise: TodayExercise }) {
  const isDue = exercise.state === "due";
  return (
    <Slip href={exercise.href} quiet={!isDue}>
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
              <p className="text-ink-soft text-sm">About {minutes(exercise.minutes)}</p>
            </>
          ) : null}
          {isDue && exercise.overdueDays > 0 ? (
            <p className="text-ink-soft text-sm">{waiting(exercise.overdueDays)}</p>
          ) : null}
        </div>
      </div>
    </Slip>
  );
}

/** Which plan it is of, where another plan asks for the same. */
function FromPlan({ plan }: { plan: string }) {
  return <span className="block font-normal text-base text-ink-soft">{plan}</span>;
}

function Kind({ icon, words }: { icon: "book" | "question"; words: (string | null)[] }) {
  return (
    <p className="mb-0.5 flex items-center gap-1.5 text-ink-soft text-sm">
      <Icon name={icon} className="size-[1.25em] text-teal-ink" />
      {words.filter((word) => word !== null).join(" · ")}
    </p>
  );
}

function Slip(props: { href: string; quiet?: boolean; kind?: ReactNode; children: ReactNode }) {
  const look = props.quiet
    ? "border-transparent py-1"
    : "border-rule bg-raised px-4 py-3 shadow-card hover:border-teal";
  return (
    <Link href={props.href} className={`tap -mt-1.5 block rounded-md border ${look}`}>
      {props.kind}
      {props.children}
    </Link>
  );
}
