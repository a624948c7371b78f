"use client";

import { useEffect, useRef, useState } from "react";
import { FocusShell } from "@/components/shell/focus-shell";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type KeptAnswer, newerAnswer } from "@/lib/questionnaires/answers";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import { nextItemId } from "@/lib/questionnaires/review";
import { itemsOf } from "@/lib/questionnaires/scales";
import type { SaveAnswer } from "./answer-queue";
import { savingHere, useKeptForm } from "./kept-form";
import { QuestionRunner } from "./question-runner";
import { ReviewPage } from "./review-page";
import type { ReviewScreenProps } from "./review-screen";

export type QuestionsHereProps = {
  who: string;
  view: OpenQuestions;
  draftId: string;
  /** The one question the person wants to change; none when it is no question of this form. */
  only: string | undefined;
  /** True when the clinic does not know of this copy yet: all of it stays on the device until it does. */
  isHere?: boolean;
  closeHref: string;
  reviewHref: string;
  resultsHref: string;
  save: SaveAnswer;
  submit: ReviewScreenProps["submit"];
};

/** The questions, and without a network the review too. What this device keeps of the form is part of it. */
export function QuestionsHere(props: QuestionsHereProps) {
  const { who, view, draftId, only, isHere = false, closeHref, reviewHref, resultsHref, save, submit } = props;
  const form = useKeptForm(who, draftId);
  const { outgoing, isReady } = form;
  const [isReviewing, setIsReviewing] = useState(false);
  const [wanted, setWanted] = useState(only);
  const [opened, setOpened] = useState<"unread" | "empty" | "kept">("unread");
  const hasKept = Object.keys(form.answers).length > 0;
  const words = `Questions: ${view.instrument.shortTitle}`;
  const ids = itemsOf(view.instrument).map(({ item }) => item.id);

  // The copy of a page that is shown without a network knows nothing of what its address asks for.
  useEffect(() => {
    if (!isReady || opened !== "unread") return;
    setOpened(hasKept ? "kept" : "empty");
    const asked = hasKept ? new URLSearchParams(window.location.search).get("item") : null;
    if (asked !== null && ids.some((id) => id === asked)) setWanted(asked);
  }, [isReady, opened, hasKept, ids]);

  // What was sent in the meantime waits no longer, and stays an answer all the same.
  const seen = useRef<Record<string, KeptAnswer>>({});
  seen.current = newest(seen.current, form.answers);
  const answers = newest(view.answers, seen.current);
  const shown = { ...view, answers };
  if (form.isGiven)
    return <GivenScreen closeHref={closeHref} isKept={form.isKept} title={view.instrument.shortTitle} />;
  if (isReviewing) {
    return (
      <ReviewPage
        who={who}
        view={shown}
        draftId={draftId}
        answerHref={reviewHref.replace(/\/review$/, "")}
        closeHref={closeHref}
        resultsHref={resultsHref}
        submit={submit}
        isHere
      />
    );
  }
  return (
    <QuestionRunner
      key={opened === "kept" ? "kept" : "new"}
      view={shown}
      draftId={draftId}
      startItemId={wanted ?? nextItemId(view.instrument, answers) ?? ids.at(-1) ?? ""}
      isEditing={wanted !== undefined}
      isHere={isHere}
      closeHref={closeHref}
      reviewHref={reviewHref}
      save={isHere && outgoing ? savingHere(outgoing, words) : save}
      reviewHere={async (unsaved, all) => {
        if (!outgoing) return;
        seen.current = newest(seen.current, all);
        for (const [itemId, answer] of unsaved) await savingHere(outgoing, words)({ draftId, itemId, ...answer });
        setIsReviewing(true);
        window.scrollTo({ top: 0 });
      }}
    />
  );
}

function newest(held: Readonly<Record<string, KeptAnswer>>, kept: Readonly<Record<string, KeptAnswer>>) {
  const all = { ...held };
  for (const [itemId, answer] of Object.entries(kept)) all[itemId] = newerAnswer(held[itemId], answer) ?? answer;
  return all;
}

/** The answers are as good as sent: they go out when there is a way. */
function GivenScreen({ closeHref, isKept, title }: { closeHref: string; isKept: boolean; title: string }) {
  return (
    <FocusShell
      title={title}
      closeHref={closeHref}
      closeLabel="Close"
      footer={
        <ButtonLink href="/today" size="lg" block className="tap-lg">
          Back to Today
        </ButtonLink>
      }
    >
      {isKept ? (
        <Notice tone="success" live title="Your answers are kept on this device">
          They are sent as soon as there is a network. Then you can see what they show.
        </Notice>
      ) : (
        <Notice tone="caution" live title="This device has no room left">
          Please leave this page open until your answers are sent.
        </Notice>
      )}
    </FocusShell>
  );
}
