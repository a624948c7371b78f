"use client";

import { useCallback, useEffect } from "react";
import type { z } from "zod";
import { forgetOwn, keepOwn, keptOwn } from "@/components/access/own-storage";
import { useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import type { Result } from "@/lib/core/errors";
import { type askSchema, LONGEST_MESSAGE } from "@/lib/messages/schemas";
import { type Unsent, useSending } from "./use-sending";

type Props = {
  planItemId: string;
  ask: (input: z.input<typeof askSchema>) => Promise<Result<{ questionId: string }>>;
};

/** Where a patient writes a question. What could not be sent is kept in this tab, through a reload too. */
export function AskQuestion({ planItemId, ask }: Props) {
  const name = `question.${planItemId}`;
  const isReady = useIsReady();
  const keep = useCallback(
    (unsent: Unsent | null) => {
      if (unsent) keepOwn("sessionStorage", name, `${unsent.id} ${unsent.body}`);
      else forgetOwn("sessionStorage", name);
    },
    [name],
  );
  const { text, change, restore, submit, pending, isSent, refusal } = useSending(
    (message) => ask({ ...message, planItemId }),
    keep,
  );

  useEffect(() => {
    const kept = keptOwn("sessionStorage", name);
    if (!kept) return;
    const space = kept.indexOf(" ");
    restore({ id: kept.slice(0, space), body: kept.slice(space + 1) });
  }, [name, restore]);

  return (
    <form
      noValidate
      method="post"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormErrorSummary message={refusal?.fieldErrors.body ? undefined : refusal?.message} />
      <TextArea
        name="body"
        label="Your question"
        hint="Your physiotherapist sees which article it is about."
        maxLength={LONGEST_MESSAGE}
        value={text}
        error={refusal?.fieldErrors.body}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" icon="mail" disabled={!isReady} pending={pending} pendingLabel="Sending…">
          Send my question
        </Button>
        <span role="status" className="text-good">
          {isSent && !pending ? "Your question is sent." : ""}
        </span>
      </div>
    </form>
  );
}
