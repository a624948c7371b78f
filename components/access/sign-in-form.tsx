"use client";

import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signInSchema } from "@/lib/access/schemas";
import type { ErrorCode, Result } from "@/lib/core/errors";
import { giveCredentials, type SignInOutcome } from "./give-credentials";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

const LABELS = { email: "E-mail", password: "Password" };

const REFUSALS: Record<Exclude<SignInOutcome, "ok">, { code: ErrorCode; message: string }> = {
  wrong: {
    code: "unauthenticated",
    message: "This e-mail and password do not fit together. Check both, or set a new password.",
  },
  "too-many": {
    code: "too-many",
    message: "Too many tries. Please wait fifteen minutes, or set a new password: that lets you in at once.",
  },
  "start-again": { code: "unauthenticated", message: "That took too long. Please start again." },
  unavailable: {
    code: "unavailable",
    message: "We cannot reach our records just now. Please try again in a moment. What you typed is still here.",
  },
};

async function signIn({ email, password }: { email: string; password: string }): Promise<Result<null>> {
  const outcome = await giveCredentials({ provider: "password", email, password });
  return outcome === "ok" ? { ok: true, value: null } : { ok: false, ...REFUSALS[outcome], fieldErrors: {} };
}

/** E-mail and password. `onwards` is where this page sends somebody who is signed in: the code, or the place they wanted. */
export function SignInForm({ onwards }: { onwards: string }) {
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: signInSchema,
    act: signIn,
    labels: LABELS,
    done: () => {
      window.location.assign(onwards);
      return "leaving";
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      <TextField
        label={LABELS.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field("email")}
      />
      <PasswordField label={LABELS.password} autoComplete="current-password" {...field("password")} />
      <SubmitButton size="lg" block disabled={!isReady} pending={pending} pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  );
}
