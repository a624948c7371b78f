"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { FocusShell } from "@/components/shell/focus-shell";
import { newerAnswer } from "@/lib/questionnaires/answers";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import { minutesLeft } from "@/lib/questionnaires/review";
import type { SaveAnswer } from "./answer-queue";
import { QuestionScreen } from "./question-screen";
import { RunnerFooter } from "./runner-footer";
import { SavingNotice, SavingStatus, UnsavedNotice } from "./saving-notice";
import { useAnswerQueue } from "./use-answer-queue";

export type QuestionRunnerProps = {
  view: OpenQuestions;
  draftId: string;
  /** The question to begin at. */
  startItemId: string;
  /** True when the person came from the review to change this one answer. */
  isEditing: boolean;
  closeHref: string;
  reviewHref: string;
  save: SaveAnswer;
};

/** One question at a time, saved as it is answered. */
export function QuestionRunner(props: QuestionRunnerProps) {
  const { view, draftId, startItemId, isEditing, closeHref, reviewHref, save } = props;
  const { instrument } = view;
  const router = useRouter();
  const formId = useId();
  const { queue, state } = useAnswerQueue({ draftId, portalNow: view.now, held: view.answers, save });
  const questions = instrument.subscales.flatMap((part) => part.items.map((item) => ({ ...item, part })));
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      questions.findIndex(({ id }) => id === startItemId),
    ),
  );
  const [isLeaving, setIsLeaving] = useState(false);
  const question = questions[index];
  if (!question) return null;

  const answerTo = (itemId: string) => newerAnswer(state.given[itemId], view.answers[itemId]);
  const answer = answerTo(question.id);
  const isLast = isEditing || index === questions.length - 1;
  const left = questions.filter(({ id }) => !answerTo(id)).length;
  const time = left === 0 ? "" : `, about ${inMinutes(minutesLeft(instrument.minutes, left, questions.length))} left`;

  async function goOn(event: FormEvent) {
    event.preventDefault();
    if (!isLast) {
      setIndex(index + 1);
      return;
    }
    setIsLeaving(true);
    if (await queue.flush()) router.push(reviewHref);
    else setIsLeaving(false);
  }

  return (
    <FocusShell
      title={instrument.shortTitle}
      closeHref={closeHref}
      closeLabel="Leave for now. Your answers are kept."
      progress={{ value: index + 1, max: questions.length, label: `${question.part.title}${time}` }}
      status={<SavingStatus state={state} />}
      footer={
        <RunnerFooter
          formId={formId}
          onBack={index > 0 && !isEditing ? () => setIndex(index - 1) : null}
          goOn={{ isLast, isEditing, isAnswered: answer !== undefined, isLeaving }}
        />
      }
    >
      <SavingNotice
        state={state}
        overruledText={questions.find(({ id }) => id === state.overruled)?.text ?? null}
        listHref={closeHref}
      />
      <form id={formId} onSubmit={goOn} noValidate>
        <QuestionScreen
          key={question.id}
          stem={question.part.stem}
          text={question.text}
          options={instrument.scale.options}
          value={answer?.value}
          onAnswer={(value) => queue.answer(question.id, value, view.answers[question.id])}
        />
      </form>
      <UnsavedNotice state={state} onRetry={queue.retry} />
    </FocusShell>
  );
}

const inMinutes = (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`);
