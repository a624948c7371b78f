import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { PlumbItem, PlumbLine, type PlumbMarker } from "@/components/ui/plumb-line";
import type { Today, TodayExercise } from "@/lib/practice/today";
import { minutesInWords, occasionInWords, waitingInWords } from "@/lib/practice/today-words";
import { OUTCOME_WORDS } from "@/lib/practice/vocabulary";
import { TodayExerciseCard } from "./today-exercise";
import { FromPlan, TodaySlip } from "./today-slip";

/** The day as one thread: what to do in order, then what to read and answer, then what is behind. `who` is the member whose day it is. */
export function TodayList({ today, who }: { today: Today; who: string }) {
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
          <TodayExerciseCard exercise={exercise} who={who} />
        </PlumbItem>
      ))}
      {today.reading.map((article) => (
        <PlumbItem key={article.itemId} markerLabel="To read">
          <TodaySlip
            href={article.href}
            kind={<Kind icon="book" words={["To read", minutesInWords(article.minutes)]} />}
          >
            <p className="font-semibold text-lg leading-snug">
              {article.title}
              {article.plan ? <FromPlan plan={article.plan} /> : null}
            </p>
            {article.note ? <p className="mt-1 text-ink-soft">{article.note}</p> : null}
          </TodaySlip>
        </PlumbItem>
      ))}
      {today.questions.map((question) => (
        <PlumbItem key={question.href} markerLabel="To answer">
          <TodaySlip
            href={question.href}
            kind={
              <Kind
                icon="question"
                words={[
                  question.begun ? "Questions, begun" : "Questions",
                  question.begun && question.minutes !== null
                    ? `${minutesInWords(question.minutes)} left`
                    : minutesInWords(question.minutes),
                  waitingInWords(question.overdueDays),
                ]}
              />
            }
          >
            <p className="font-semibold text-lg leading-snug">{question.title}</p>
            {question.note ? <p className="mt-1 text-ink-soft">{question.note}</p> : null}
          </TodaySlip>
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

function Kind({ icon, words }: { icon: "book" | "question"; words: (string | null)[] }) {
  return (
    <p className="mb-0.5 flex items-center gap-1.5 text-ink-soft text-sm">
      <Icon name={icon} className="size-[1.25em] text-teal-ink" />
      {words.filter((word) => word !== null).join(" · ")}
    </p>
  );
}
