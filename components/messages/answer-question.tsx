"use client";

import type { z } from "zod";
import { useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import type { Result } from "@/lib/core/errors";
import { type answerSchema, LONGEST_MESSAGE } from "@/lib/messages/schemas";
import { useSending } from "./use-sending";

export type AnswerAction = (input: z.input<typeof answerSchema>) => Promise<Result<{ answerId: string }>>;

type Props = { questionId: string; isFirst: boolean; answer: AnswerAction };

/** Where a clinician writes an answer, or a word more after the first. */
export function AnswerQuestion({ questionId, isFirst, answer }: Props) {
  const isReady = useIsReady();
  const { text, change, submit, pending, isSent, refusal } = useSending((message) =>
    answer({ ...message, questionId }),
  );
  return (
    <form
      noValidate
      method="post"
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormErrorSummary message={refusal?.fieldErrors.body ? undefined : refusal?.message} />
      <TextArea
        name="body"
        label={isFirst ? "Your answer" : "A word more"}
        hint="The patient sees it under the article, with your name. It cannot be changed afterwards."
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={text}
        error={refusal?.fieldErrors.body}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" size="sm" disabled={!isReady} pending={pending} pendingLabel="Sending…">
          Send answer
        </Button>
        <span role="status" className="text-good text-sm">
          {isSent && !pending ? "Your answer is sent." : ""}
        </span>
      </div>
    </form>
  );
}
