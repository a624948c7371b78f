"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { minutesLeft } from "@/lib/plans/open-questionnaires";
import type { KeptAnswer } from "@/lib/questionnaires/answers";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import type { SaveAnswer } from "./answer-queue";
import { inMinutes } from "./asked-words";
import { notReached, sectionsOf } from "./question-steps";
import { RunnerPages } from "./runner-pages";
import { RunnerScreens } from "./runner-screens";
import type { Walk } from "./runner-walk";
import { useRoom } from "./runner-width";
import { useAsking } from "./use-asking";

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
  /** True when the clinic does not know of this copy yet. */
  isHere: boolean;
  /** Takes what could not be saved, and shows the review of all answers without asking the clinic for it. */
  reviewHere: (
    unsaved: readonly [itemId: string, answer: KeptAnswer][],
    answers: Readonly<Record<string, KeptAnswer>>,
  ) => Promise<void>;
};

/** The questions one by one on a phone, part by part on a desktop, each saved as it is answered. */
export function QuestionRunner(props: QuestionRunnerProps) {
  const { view, draftId, startItemId, isEditing, closeHref, reviewHref, save, isHere, reviewHere } = props;
  const { instrument } = view;
  const router = useRouter();
  const room = useRoom();
  const asking = useAsking({ view, draftId, save });
  const [place, goTo] = useState(startItemId);
  const [isLeaving, setIsLeaving] = useState(false);
  const sections = sectionsOf(instrument);
  const steps = sections.flatMap((section) => section.steps);
  const left = notReached(steps, asking.isReached).length;

  async function leave() {
    setIsLeaving(true);
    const isSaved = await asking.queue.flush();
    if (isHere) await reviewHere([], asking.answers);
    else if (isSaved) router.push(reviewHref);
    else if (asking.queue.getState().status === "offline") await reviewHere(asking.queue.release(), asking.answers);
    else setIsLeaving(false);
  }

  const walk: Walk = {
    title: instrument.shortTitle,
    closeHref,
    asking,
    sections,
    steps,
    place,
    goTo,
    isEditing,
    leave,
    isLeaving,
    timeLeft:
      left === 0
        ? ""
        : `, about ${inMinutes(minutesLeft({ minutes: instrument.minutes, left, count: steps.length }))} left`,
  };
  return (
    <>
      {room === "desktop" ? null : (
        <div className="lg:hidden">
          <RunnerScreens walk={walk} />
        </div>
      )}
      {room === "phone" ? null : (
        <div className="hidden lg:block">
          <RunnerPages walk={walk} />
        </div>
      )}
    </>
  );
}
