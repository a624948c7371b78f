"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { codeSchema } from "@/lib/access/schemas";
import type { ErrorCode, Result } from "@/lib/core/errors";
import { giveCredentials, type SignInOutcome } from "./give-credentials";
import { useActionForm } from "./use-action-form";

const LABELS = { code: "Code" };

const REFUSALS: Record<
  Exclude<SignInOutcome, "ok">,
  { code: ErrorCode; message: string; fieldErrors: { code?: string } }
> = {
  wrong: {
    code: "invalid",
    message: "This code does not fit.",
    fieldErrors: { code: "This code does not fit, or was used before. Wait for the next one and try that." },
  },
  "too-many": { code: "too-many", message: "Too many tries. Please wait fifteen minutes.", fieldErrors: {} },
  "start-again": {
    code: "unauthenticated",
    message: "That took too long. Please start again with your password.",
    fieldErrors: {},
  },
  unavailable: {
    code: "unavailable",
    message: "We cannot reach our records just now. Please try again in a moment.",
    fieldErrors: {},
  },
};

async function giveCode({ code }: { code: string }): Promise<Result<null>> {
  const outcome = await giveCredentials({ provider: "one-time-code", code });
  if (outcome === "ok") return { ok: true, value: null };
  const { fieldErrors, ...refusal } = REFUSALS[outcome];
  return { ok: false, ...refusal, fieldErrors: fieldErrors.code ? { code: fieldErrors.code } : {} };
}

/** The second step of signing in: the six digits of the app, or one of the recovery codes. */
export function CodeForm({ onwards }: { onwards: string }) {
  const [isRecovery, setIsRecovery] = useState(false);
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: codeSchema,
    act: giveCode,
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
        label={isRecovery ? "Recovery code" : "Six-digit code"}
        hint={
          isRecovery
            ? "One of the ten codes you kept when you set this up. Each works once."
            : "Your authenticator app shows a new one every half minute."
        }
        inputMode={isRecovery ? "text" : "numeric"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        {...field("code")}
      />
      <SubmitButton size="lg" block disabled={!isReady} pending={pending} pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
      <Button variant="quiet" block onClick={() => setIsRecovery(!isRecovery)}>
        {isRecovery ? "Use the six-digit code" : "Use a recovery code instead"}
      </Button>
    </form>
  );
}
