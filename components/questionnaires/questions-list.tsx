import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatDay } from "@/lib/core/calendar";
import { minutesLeft } from "@/lib/plans/open-questionnaires";
import type { DueQuestions, QuestionsView } from "@/lib/questionnaires/queries/questions";
import { inMinutes, inQuestions } from "./asked-words";

/** The patient's questionnaires: to answer now, coming up, and sent. */
export function QuestionsList({ view, baseHref }: { view: QuestionsView; baseHref: string }) {
  const { due, coming, past } = view;
  if (due.length + coming.length + past.length === 0) {
    return (
      <EmptyState icon="question" title="No questions for you yet">
        When your physiotherapist would like to know how you are doing, the questions will be here.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-10">
      <section aria-labelledby="due">
        <h2 id="due" className="mb-3 text-xl">
          To answer now
        </h2>
        {due.length === 0 ? (
          <p className="flex items-center gap-2.5 text-ink-soft">
            <Icon name="check" className="size-6 text-good" />
            Nothing to answer just now.
          </p>
        ) : (
          <ul className="grid gap-4">
            {due.map((questions) => (
              <DueCard key={`${questions.itemKey}:${questions.dueOn}`} questions={questions} baseHref={baseHref} />
            ))}
          </ul>
        )}
      </section>
      {coming.length > 0 ? <Coming coming={coming} /> : null}
      {past.length > 0 ? <Past past={past} baseHref={baseHref} /> : null}
    </div>
  );
}

function DueCard({ questions, baseHref }: { questions: DueQuestions; baseHref: string }) {
  const { title, dueOn, overdueDays, closesOn, count, note, reached } = questions;
  const href = `${baseHref}/${questions.itemKey}/${dueOn}`;
  const isComplete = reached === count;
  const label = reached === null ? "Start" : isComplete ? "Check and send" : "Carry on";
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="text-lg">{title}</h3>
        {overdueDays === 0 ? (
          <Badge tone="teal">Due today</Badge>
        ) : (
          <Badge tone="caution" icon="clock">
            Waiting since {formatDay(dueOn, "short")}
          </Badge>
        )}
      </div>
      <p className="mt-1 text-ink-soft">
        {inQuestions(count)}, {timeFor(questions)}
      </p>
      {closesOn ? <p className="font-medium">Answer by {formatDay(closesOn)}</p> : null}
      {note === "" ? null : <p className="measure mt-3">{note}</p>}
      {reached === null ? null : (
        <ProgressBar
          value={reached}
          max={count}
          label={isComplete ? "All seen, not sent yet" : "So far"}
          className="mt-4"
        />
      )}
      <ButtonLink
        href={isComplete ? `${href}/review` : href}
        size="lg"
        block
        iconEnd="arrow-end"
        className="mt-5"
        aria-label={`${label}: ${title}`}
      >
        {label}
      </ButtonLink>
    </Card>
  );
}

/** All the minutes before the first answer, and those left after it. */
function timeFor({ minutes, count, reached }: DueQuestions): string {
  if (reached === null || reached === 0) return `about ${inMinutes(minutes)}`;
  return reached === count
    ? "ready to check"
    : `about ${inMinutes(minutesLeft({ minutes, left: count - reached, count }))} left`;
}

function Coming({ coming }: { coming: QuestionsView["coming"] }) {
  return (
    <section aria-labelledby="coming">
      <h2 id="coming" className="mb-2 text-xl">
        Coming up
      </h2>
      <ul className="divide-y divide-rule border-rule border-y">
        {coming.map(({ itemKey, title, dueOn }) => (
          <li key={itemKey} className="flex flex-wrap justify-between gap-x-6 py-3">
            <span>{title}</span>
            <span className="text-ink-soft">{formatDay(dueOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Past({ past, baseHref }: { past: QuestionsView["past"]; baseHref: string }) {
  return (
    <section aria-labelledby="past">
      <h2 id="past" className="mb-2 text-xl">
        Sent
      </h2>
      <ul className="divide-y divide-rule border-rule border-y">
        {past.map(({ responseId, title, answeredOn, answered, count }) => (
          <li key={responseId}>
            <Link
              href={`${baseHref}/results/${responseId}`}
              className="tap-lg flex items-center justify-between gap-4 py-3 hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block font-semibold">{formatDay(answeredOn)}</span>
                <span className="block text-ink-soft">
                  {title}, {answered} of {count} answered
                </span>
              </span>
              <Icon name="arrow-end" className="size-5 text-teal-ink" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
