import type { ReactNode } from "react";
import { pausedInWords } from "@/components/plans/pause-section";
import { CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/core/calendar";
import type { PatientRecord } from "@/lib/progress/queries/patient-record";
import type { DaysSummary } from "@/lib/progress/summary";
import { AnswerCard } from "./answer-card";
import { DaysSection } from "./days-section";
import { KeyFigures } from "./key-figures";
import { PainSection } from "./pain-section";
import { PatientCard } from "./patient-card";
import { PatientNotes } from "./patient-notes";
import { PlanCards } from "./plan-cards";
import { ReasonsList } from "./reasons-list";
import { ScoreSection } from "./score-section";
import { StoryLine } from "./story-line";

type Props = { record: PatientRecord; ready: ReactNode; questions: ReactNode };

/** A patient's record on one page: why to look, what may come next, what they asked, what it adds up to, the pictures, and the story. */
export function RecordOverview({ record, ready, questions }: Props) {
  const { patient, progress, plans, running, reasons, notes, story, lastLogOn } = record;
  const base = `/patients/${patient.id}`;
  const { marks, nextQuestionsOn, today } = progress;
  return (
    <div className="grid gap-5">
      {reasons.length > 0 ? (
        <section className="flex flex-wrap items-center gap-x-4 gap-y-2" aria-labelledby="why-now">
          <h2 id="why-now" className="text-base">
            Why to look now
          </h2>
          <ReasonsList reasons={reasons} />
        </section>
      ) : null}
      {running.map(({ planId, name, pause }) =>
        pause ? (
          <Notice
            key={planId}
            tone="info"
            title={running.length > 1 ? `${name}. ${pausedInWords(pause)}.` : `${pausedInWords(pause)}.`}
          />
        ) : null,
      )}
      {ready}
      {questions}
      <AnswerCard answer={progress.answer} compact />
      <KeyFigures progress={progress} lastLogOn={lastLogOn} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <ScoreSection
            series={progress.scores}
            marks={marks}
            withReferences
            empty={<Nothing title="Questionnaire scores">{questionsInWords(nextQuestionsOn, today)}</Nothing>}
            next={<p className="mt-2 text-sm">{questionsInWords(nextQuestionsOn, today)}</p>}
          />
          <PainSection
            pain={progress.pain}
            marks={marks}
            empty={<Nothing title="Pain during exercise">No pain answers yet.</Nothing>}
          />
          <DaysSection
            days={progress.days}
            sentence={practisedInWords(progress.days)}
            empty={<Nothing title="Days of practice">The plan has not begun.</Nothing>}
          />
        </div>
        <div className="grid gap-5">
          <PlanCards patientId={patient.id} plans={plans} running={running} />
          <PatientCard patient={patient} />
          <PatientNotes notes={notes} logHref={`${base}/log`} />
        </div>
      </div>
      <StoryLine story={story} />
    </div>
  );
}

function Nothing({ title, children }: { title: string; children: string }) {
  return (
    <>
      <CardTitle>{title}</CardTitle>
      <p className="text-ink-soft">{children}</p>
    </>
  );
}

function questionsInWords(next: string | null, today: string) {
  if (next === null) return "No further questions are planned.";
  return next === today ? "Questions are open now." : `The next questions come on ${formatDay(next)}.`;
}

function practisedInWords({ planned, practised }: DaysSummary) {
  return planned === 0 ? "No planned day is over yet." : `Practised on ${practised} of ${planned} planned days.`;
}
