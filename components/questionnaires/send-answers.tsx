"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { UNREACHABLE } from "./unreachable";

export type SendAnswersProps = {
  draftId: string;
  /** Where results are; the id of the response comes after it. */
  resultsHref: string;
  submit: (input: { id: string; draftId: string }) => Promise<Result<{ responseId: string }>>;
};

/** Sends the answers once, however often it is pressed: the same id goes with every try. */
export function SendAnswers({ draftId, resultsHref, submit }: SendAnswersProps) {
  const router = useRouter();
  const [id] = useState(newId);
  const [message, setMessage] = useState<string>();
  const [isSending, startSending] = useTransition();

  function send() {
    startSending(async () => {
      try {
        const sent = await submit({ id, draftId });
        if (sent.ok) {
          router.replace(`${resultsHref}/${sent.value.responseId}`);
          return;
        }
        setMessage(sent.message);
        if (sent.code === "conflict") router.refresh();
      } catch {
        setMessage(UNREACHABLE);
      }
    });
  }

  return (
    <div className="grid gap-3">
      {message ? <FormErrorSummary message={message} /> : null}
      <Button block size="lg" pending={isSending} pendingLabel="Sending" onClick={send}>
        Send my answers
      </Button>
    </div>
  );
}
