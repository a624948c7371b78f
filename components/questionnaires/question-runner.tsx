"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import { minutesLeft } from "@/lib/questionnaires/time-left";
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
};

/** The questions one by one on a phone, part by part on a desktop, each saved as it is answered. */
export function QuestionRunner(props: QuestionRunnerProps) {
  const { view, draftId, startItemId, isEditing, closeHref, reviewHref, save } = props;
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
    if (await asking.queue.flush()) router.push(reviewHref);
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
    timeLeft: left === 0 ? "" : `, about ${inMinutes(minutesLeft(instrument.minutes, left, steps.length))} left`,
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
