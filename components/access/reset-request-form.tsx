"use client";

import { useState } from "react";
import { FormErrorSummary } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requestResetSchema } from "@/lib/access/schemas";
import type { Result } from "@/lib/core/errors";
import { useActionForm } from "./use-action-form";

const LABELS = { email: "E-mail" };

/** Asks for the mail with a link to set a new password. The answer is the same whether or not the address is known. */
export function ResetRequestForm({
  requestReset,
}: {
  requestReset: (value: { email: string }) => Promise<Result<unknown>>;
}) {
  const [isSent, setIsSent] = useState(false);
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: requestResetSchema,
    act: requestReset,
    labels: LABELS,
    done: () => {
      setIsSent(true);
    },
  });
  if (isSent) {
    return (
      <Notice tone="success" live title="Look in your mail">
        If we know that address, a mail with a link is on its way. The link works for one hour. Nothing there? Look
        among unwanted mail, or ask your clinic which address they have.
      </Notice>
    );
  }
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      <TextField
        label={LABELS.email}
        hint="The address your clinic writes to."
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field("email")}
      />
      <SubmitButton size="lg" block disabled={!isReady} pending={pending} pendingLabel="Sending…">
        Send me a link
      </SubmitButton>
    </form>
  );
}
