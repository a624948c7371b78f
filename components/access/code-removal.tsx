"use client";

import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeCodeSchema } from "@/lib/access/schemas";
import type { Result } from "@/lib/core/errors";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

const LABELS = { password: "Password" };

type Props = {
  recoveryCodesLeft: number;
  removeCode: (value: { password: string }) => Promise<Result<unknown>>;
};

/** Codes are on: how many recovery codes are left, and turning them off with the password. */
export function CodeRemoval({ recoveryCodesLeft, removeCode }: Props) {
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: removeCodeSchema,
    act: removeCode,
    labels: LABELS,
    done: () => {
      window.location.assign("/account");
      return "leaving";
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-md gap-5">
      <p>
        Sign-in codes are on. {recoveryCodesLeft} of your ten recovery codes {recoveryCodesLeft === 1 ? "is" : "are"}{" "}
        left. For a new phone or new recovery codes, turn this off and set it up again.
      </p>
      <FormErrorSummary {...summary} />
      <PasswordField
        label={LABELS.password}
        hint="To be sure that it is you."
        autoComplete="current-password"
        {...field("password")}
      />
      <SubmitButton
        variant="danger"
        className="w-fit"
        disabled={!isReady}
        pending={pending}
        pendingLabel="Turning off…"
      >
        Turn sign-in codes off
      </SubmitButton>
    </form>
  );
}
