import { useEffect, useState } from "react";
import { z } from "zod";
import { keepOwn, keptOwn } from "@/components/access/own-storage";
import { type KeptAnswer, newerAnswer } from "@/lib/questionnaires/answers";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import type { AnswerQueue, GivenAnswer, QueueState, SaveAnswer } from "./answer-queue";
import type { Step } from "./question-steps";
import { type RaisedFlag, raisedFlags } from "./raised-flags";
import { useAnswerQueue } from "./use-answer-queue";

/** One open form while it is answered: what stands, what was typed, and how answers are given. */
export type Asking = {
  queue: AnswerQueue;
  state: QueueState;
  /** By item id, the newer of what the portal held and what was given here; absent when not reached. */
  answers: Readonly<Record<string, KeptAnswer>>;
  isReached: (itemId: string) => boolean;
  give: (...answers: Omit<GivenAnswer, "shown">[]) => void;
  flagsOf: (step: Step) => RaisedFlag[];
  /** The activity as it is typed now, or named before; "" when there is none. */
  nameOf: (itemId: string) => string;
  typeName: (itemId: string, name: string) => void;
};

export function useAsking(form: { view: OpenQuestions; draftId: string; save: SaveAnswer }): Asking {
  const { view, draftId, save } = form;
  const { queue, state } = useAnswerQueue({ draftId, portalNow: view.now, held: view.answers, save });
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const typedHere = `activities.${draftId}`;
  // A name is saved with its number; until there is one, this tab keeps it.
  useEffect(
    () => setTyped((names) => ({ ...typedNames(keptOwn("sessionStorage", typedHere)), ...names })),
    [typedHere],
  );
  const answers = newest(view.answers, state.given);
  const raised = raisedFlags(view.instrument, answers);
  return {
    queue,
    state,
    answers,
    isReached: (itemId) => answers[itemId] !== undefined,
    give: (...given) => queue.answer(...given.map((answer) => ({ ...answer, shown: view.answers[answer.itemId] }))),
    flagsOf: ({ items }) => raised.filter(({ itemId }) => items.some(({ id }) => id === itemId)),
    nameOf: (itemId) => typed[itemId] ?? answers[itemId]?.named ?? view.names[itemId] ?? "",
    typeName: (itemId, name) => {
      const names = { ...typed, [itemId]: name };
      setTyped(names);
      keepOwn("sessionStorage", typedHere, JSON.stringify(names));
    },
  };
}

const namesSchema = z.record(z.string(), z.string());

/** The names as this tab kept them; none when they cannot be read. */
function typedNames(text: string | null): Readonly<Record<string, string>> {
  try {
    return namesSchema.parse(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

function newest(
  held: Readonly<Record<string, KeptAnswer>>,
  given: Readonly<Record<string, KeptAnswer>>,
): Record<string, KeptAnswer> {
  const all = { ...held };
  for (const [itemId, answer] of Object.entries(given)) all[itemId] = newerAnswer(answer, held[itemId]) ?? answer;
  return all;
}
