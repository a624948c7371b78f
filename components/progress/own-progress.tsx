import { ButtonLink } from "@/components/ui/button";
import { CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { ProgressSummary } from "@/lib/progress/summary";
import { AnswerCard } from "./answer-card";
import { DaysSection } from "./days-section";
import { PainSection } from "./pain-section";
import { PlanChangeList } from "./plan-change-list";
import { ScoreSection } from "./score-section";

export type OwnProgressProps = { progress: ProgressSummary; questionsHref: string };

/** A patient's own pictures: one sentence first, what it rests on below it. */
export function OwnProgress({ progress, questionsHref }: OwnProgressProps) {
  const { startsOn, hasBegun, marks, nextQuestionsOn, today } = progress;
  if (startsOn === null) {
    return (
      <EmptyState icon="progress" title="Your plan is on its way">
        When your physiotherapist has sent your plan and you have begun, you will see here whether it works.
      </EmptyState>
    );
  }
  if (!hasBegun) {
    return (
      <EmptyState icon="progress" title={`Your plan begins on ${formatDay(startsOn)}`}>
        After your first days you will see here what you did, how the pain went, and whether it works.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-6">
      <AnswerCard answer={progress.answer} />
      <ScoreSection
        series={progress.scores}
        marks={marks}
        empty={<NoAnswers next={nextQuestionsOn} today={today} questionsHref={questionsHref} />}
        next={<p className="measure mt-3">{secondAnswersInWords(nextQuestionsOn, today)}</p>}
      />
      <PainSection
        pain={progress.pain}
        marks={marks}
        empty={
          <Nothing title="Pain during exercise">
            Say how much it hurt after an exercise, and your first week appears here.
          </Nothing>
        }
      />
      <DaysSection
        days={progress.days}
        sentence={progress.days.sentence ?? "Your first day is still open. Rest days count as kept."}
        empty={<Nothing title="Days of practice">Your first day appears here once it is over.</Nothing>}
      />
      <PlanChangeList changes={progress.changes} />
    </div>
  );
}

function Nothing({ title, children }: { title: string; children: string }) {
  return (
    <>
      <CardTitle>{title}</CardTitle>
      <p className="measure text-ink-soft">{children}</p>
    </>
  );
}

function NoAnswers({
  next,
  today,
  questionsHref,
}: {
  next: CalendarDay | null;
  today: CalendarDay;
  questionsHref: string;
}) {
  if (next === today) {
    return (
      <>
        <CardTitle>Your questions</CardTitle>
        <p className="measure text-ink-soft">
          Your first questions are ready. Your answers become the start that later ones are compared with.
        </p>
        <ButtonLink href={questionsHref} variant="secondary" className="mt-4">
          Go to your questions
        </ButtonLink>
      </>
    );
  }
  return (
    <Nothing title="Your questions">
      {next === null
        ? "No questions are planned so far. Your physiotherapist can add some to your plan."
        : `Your first questions come on ${formatDay(next)}. Your answers become the start that later ones are compared with.`}
    </Nothing>
  );
}

function secondAnswersInWords(next: CalendarDay | null, today: CalendarDay) {
  if (next === null) return "This is your start. When you answer again, you will see here what changed.";
  if (next === today) return "This is your start. The next questions are ready: then you will see here what changed.";
  return `This is your start. The next questions come on ${formatDay(next)}: then you will see here what changed.`;
}
