"use client";

import { useState, useTransition } from "react";
import { useOutgoing } from "@/components/offline/use-outgoing";
import { FocusShell } from "@/components/shell/focus-shell";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { FormErrorSummary } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/core/calendar";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { questionCount } from "@/lib/questionnaires/asked-questions";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import type { SaveAnswer } from "./answer-queue";
import { inMinutes, inQuestions } from "./asked-words";
import { keptCopy } from "./kept-form";
import { QuestionsHere } from "./questions-here";
import type { ReviewScreenProps } from "./review-screen";

export type StartScreenProps = {
  who: string;
  view: OpenQuestions;
  closeHref: string;
  open: (input: { id: string; itemKey: string; dueOn: string }) => Promise<Result<{ draftId: string }>>;
  save: SaveAnswer;
  submit: ReviewScreenProps["submit"];
};

/** Before the first question: why, how long, about which days, and what these questions are and are not. */
export function StartScreen({ who, view, closeHref, open, save, submit }: StartScreenProps) {
  const { instrument, itemKey, dueOn, closesOn, note } = view;
  const count = questionCount(instrument);
  const [id] = useState(newId);
  const [message, setMessage] = useState<string>();
  const [isOpening, startOpening] = useTransition();
  const { outgoing, state } = useOutgoing(who);
  const begun = keptCopy([...state.items, ...state.sent], { itemKey, dueOn });
  const [copyId, setCopyId] = useState<string | null>(null);
  // Once it is open it stays open, when the clinic has it too.
  if (copyId === null && begun !== null) setCopyId(begun);

  function begin() {
    startOpening(async () => {
      const opened = await open({ id, itemKey, dueOn }).catch(() => null);
      if (opened) setMessage(opened.ok ? undefined : opened.message);
      else {
        const words = `Questions: ${instrument.shortTitle}`;
        await outgoing?.give("questionnaires.open-draft", { id, itemKey, dueOn }, words).kept;
      }
    });
  }

  if (copyId) {
    const questions = { who, view, draftId: copyId, only: undefined, isHere: true, closeHref, save, submit };
    const hrefs = { reviewHref: `/questions/${itemKey}/${dueOn}/review`, resultsHref: "/questions/results" };
    return <QuestionsHere {...questions} {...hrefs} />;
  }
  return (
    <FocusShell
      title={instrument.title}
      closeHref={closeHref}
      closeLabel="Back to my questions"
      footer={
        <Button block size="lg" iconEnd="arrow-end" pending={isOpening} pendingLabel="Opening" onClick={begin}>
          Start
        </Button>
      }
    >
      <div className="grid gap-6">
        {message ? <FormErrorSummary message={message} /> : null}
        {note === "" ? null : (
          <section aria-labelledby="why">
            <h2 id="why" className="text-xl">
              Why you are asked
            </h2>
            <p className="measure mt-1.5">{note}</p>
          </section>
        )}
        <DescriptionList
          items={[
            { term: "How long", detail: `About ${inMinutes(instrument.minutes)}, ${inQuestions(count)}` },
            ...(closesOn ? [{ term: "Answer by", detail: formatDay(closesOn) }] : []),
            { term: "Think of", detail: instrument.recall },
            { term: "If you stop", detail: "Each answer is saved. You can carry on later, on any phone or computer." },
            {
              term: "No wrong answers",
              detail: count === 1 ? "You need not answer." : "You can leave any question out.",
            },
          ]}
        />
        <Notice tone="info" title="About these questions">
          <p>{instrument.notice}</p>
        </Notice>
      </div>
    </FocusShell>
  );
}
