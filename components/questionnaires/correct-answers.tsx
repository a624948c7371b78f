"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { UNREACHABLE } from "./unreachable";

export type CorrectAnswersProps = {
  responseId: string;
  /** Where the answers are looked over and changed. */
  reviewHref: string;
  correct: (input: { id: string; responseId: string }) => Promise<Result<{ draftId: string }>>;
};

/** Opens a copy of answers that were sent, to put them right. What was sent stays on record. */
export function CorrectAnswers({ responseId, reviewHref, correct }: CorrectAnswersProps) {
  const router = useRouter();
  const [id] = useState(newId);
  const [message, setMessage] = useState<string>();
  const [isOpening, startOpening] = useTransition();

  function begin() {
    startOpening(async () => {
      try {
        const opened = await correct({ id, responseId });
        if (opened.ok) router.push(reviewHref);
        else setMessage(opened.message);
      } catch {
        setMessage(UNREACHABLE);
      }
    });
  }

  return (
    <div className="mt-8 grid justify-items-start gap-3 border-rule border-t pt-6">
      {message ? <FormErrorSummary message={message} /> : null}
      <p className="measure text-ink-soft">
        Did you choose something you did not mean? You can put it right. What you sent stays on record beside it.
      </p>
      <Button variant="secondary" icon="edit" pending={isOpening} pendingLabel="Opening your answers" onClick={begin}>
        Correct my answers
      </Button>
    </div>
  );
}
