"use client";

import type { z } from "zod";
import { useActionForm } from "@/components/access/use-action-form";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { Result } from "@/lib/core/errors";
import { reviewFlagsSchema } from "@/lib/questionnaires/schemas";

export type MarkSeen = (input: z.input<typeof reviewFlagsSchema>) => Promise<Result<unknown>>;

/** Where a clinician says that they have seen an answer to act on, and what they did. */
export function FlagReview({ responseId, markSeen }: { responseId: string; markSeen: MarkSeen }) {
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: reviewFlagsSchema,
    act: markSeen,
    defaults: { responseId },
    labels: { note: "What you did" },
    done: () => undefined,
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="mt-3 grid gap-2">
      <FormErrorSummary {...summary} />
      <TextArea
        {...field("note")}
        label="What you did"
        optional
        hint="For your colleagues. The patient does not see it."
        rows={2}
        maxLength={500}
      />
      <div>
        <SubmitButton size="sm" disabled={!isReady} pending={pending} pendingLabel="Saving…">
          Mark as seen
        </SubmitButton>
      </div>
    </form>
  );
}
