import { useEffect, useState, useSyncExternalStore } from "react";
import type { KeptAnswer } from "@/lib/questionnaires/answers";
import { type AnswerQueue, createAnswerQueue, type QueueState, type SaveAnswer } from "./answer-queue";

function later(work: () => void, delay: number) {
  const timer = window.setTimeout(work, delay);
  return () => window.clearTimeout(timer);
}

/** The queue of one open form. It brings back unsaved answers, tries again when the network returns, and warns before closing. */
export function useAnswerQueue(form: {
  draftId: string;
  portalNow: string;
  held: Readonly<Record<string, KeptAnswer>>;
  save: SaveAnswer;
}): { queue: AnswerQueue; state: QueueState } {
  const { draftId, portalNow, save, held } = form;
  const [queue] = useState(() =>
    createAnswerQueue({ draftId, save, portalNow, storage: () => sessionStorage, clock: Date.now, schedule: later }),
  );
  const [heldAtFirst] = useState(held);
  const state = useSyncExternalStore(queue.subscribe, queue.getState, queue.getState);
  const hasUnsaved = state.waiting > 0;

  useEffect(() => {
    queue.restore(heldAtFirst);
    window.addEventListener("online", queue.retry);
    return () => {
      window.removeEventListener("online", queue.retry);
      queue.rest();
    };
  }, [queue, heldAtFirst]);

  useEffect(() => {
    if (!hasUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [hasUnsaved]);

  return { queue, state };
}
