"use client";

import { useState } from "react";
import { FormErrorSummary } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePasswordSchema } from "@/lib/access/schemas";
import type { Result } from "@/lib/core/errors";
import { PASSWORD_HINT } from "./new-password-form";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

const LABELS = { currentPassword: "Password you have now", newPassword: "New password" };

type Props = {
  changePassword: (value: { currentPassword: string; newPassword: string }) => Promise<Result<unknown>>;
};

/** Changes the password of somebody signed in. */
export function ChangePasswordForm({ changePassword }: Props) {
  const [isSaved, setIsSaved] = useState(false);
  const { form, field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: changePasswordSchema,
    act: changePassword,
    labels: LABELS,
    done: () => {
      form.reset({ currentPassword: "", newPassword: "" });
      setIsSaved(true);
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-md gap-5">
      <FormErrorSummary {...summary} />
      {isSaved ? (
        <Notice tone="success" live title="Your password is changed">
          Other devices were signed out. This one stays signed in.
        </Notice>
      ) : null}
      <PasswordField label={LABELS.currentPassword} autoComplete="current-password" {...field("currentPassword")} />
      <PasswordField
        label={LABELS.newPassword}
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        {...field("newPassword")}
      />
      <SubmitButton variant="secondary" className="w-fit" disabled={!isReady} pending={pending} pendingLabel="Saving…">
        Change password
      </SubmitButton>
    </form>
  );
}
