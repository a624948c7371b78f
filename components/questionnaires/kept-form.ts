import type { OutgoingQueue } from "@/components/offline/outgoing";
import type { Outgoing } from "@/components/offline/outgoing-rules";
import { useOutgoing } from "@/components/offline/use-outgoing";
import type { Result } from "@/lib/core/errors";
import type { KeptAnswer, SavedAnswer } from "@/lib/questionnaires/answers";
import type { SaveAnswer } from "./answer-queue";

/** What this device keeps of one questionnaire until it can be sent. */
export type KeptForm = {
  outgoing: OutgoingQueue | null;
  isReady: boolean;
  /** False when the device has no room for it. */
  isKept: boolean;
  /** Answers that wait to be sent, by item. */
  answers: Readonly<Record<string, KeptAnswer>>;
  /** True when the whole of it waits to be sent. */
  isGiven: boolean;
};

export function useKeptForm(who: string, draftId: string): KeptForm {
  const { outgoing, state } = useOutgoing(who);
  const parts = state.items.filter(({ body }) => body.draftId === draftId);
  const answers = parts.filter(({ kind }) => kind === "questionnaires.save-answer").map(answerIn);
  return {
    outgoing,
    isReady: state.isReady,
    isKept: state.isKept,
    answers: Object.fromEntries(answers),
    isGiven: parts.some(({ kind, refusal }) => kind === "questionnaires.submit" && refusal === null),
  };
}

function answerIn({ body }: Outgoing): [string, KeptAnswer] {
  const { itemId, draftId: _draft, ...answer } = body;
  return [String(itemId), answer as KeptAnswer];
}

/** Saves answers by keeping them on the device, as good as saved; `words` name the questionnaire. */
export function savingHere(outgoing: OutgoingQueue, words: string): SaveAnswer {
  return async ({ draftId, itemId, ...answer }): Promise<Result<SavedAnswer>> => {
    await outgoing.give("questionnaires.save-answer", { draftId, itemId, ...answer }, words).kept;
    // Whose clock it is timed by stays as it was.
    return { ok: true, value: { ...answer, kept: true, receivedAt: answer.answeredAt } };
  };
}

/** The copy this device began for an occasion while it had no network; null when there is none. */
export function keptCopy(items: readonly Outgoing[], occasion: { itemKey: string; dueOn: string }): string | null {
  const begun = items.findLast(
    ({ kind, body, refusal }) =>
      kind === "questionnaires.open-draft" &&
      refusal === null &&
      body.itemKey === occasion.itemKey &&
      body.dueOn === occasion.dueOn,
  );
  return begun?.id ?? null;
}
