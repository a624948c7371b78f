"use client";

import { useState } from "react";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { resetPasswordSchema } from "@/lib/access/schemas";
import type { Result } from "@/lib/core/errors";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

const LABELS = { password: "New password" };

export const PASSWORD_HINT = "At least 12 characters. Three or four unrelated words are good, and easy to remember.";

type Props = {
  token: string;
  resetPassword: (value: { token: string; password: string }) => Promise<Result<{ state: string }>>;
};

/** The form behind the link of a password mail. */
export function NewPasswordForm({ token, resetPassword }: Props) {
  const [isClosed, setIsClosed] = useState(false);
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: resetPasswordSchema,
    act: resetPassword,
    defaults: { token },
    labels: LABELS,
    done: ({ state }) => {
      if (state === "done") {
        window.location.assign("/sign-in?note=password-set");
        return "leaving";
      }
      setIsClosed(true);
    },
  });
  if (isClosed) {
    return (
      <p role="alert">
        This link has been used or is too old, so nothing was changed.{" "}
        <TextLink href="/reset">Ask for a new link</TextLink>
      </p>
    );
  }
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      <PasswordField label={LABELS.password} hint={PASSWORD_HINT} autoComplete="new-password" {...field("password")} />
      <SubmitButton size="lg" block disabled={!isReady} pending={pending} pendingLabel="Saving…">
        Save and go to sign-in
      </SubmitButton>
    </form>
  );
}
