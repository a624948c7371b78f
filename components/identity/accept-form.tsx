"use client";

import { useRouter } from "next/navigation";
import { giveCredentials } from "@/components/access/give-credentials";
import { PASSWORD_HINT } from "@/components/access/new-password-form";
import { PasswordField } from "@/components/access/password-field";
import { useActionForm } from "@/components/access/use-action-form";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Result } from "@/lib/core/errors";
import { newAccountSchema, redeemInvitationSchema } from "@/lib/identity/schemas";

const LABELS = { password: "Password" };

type Redeemed = { state: string; email?: string };

type Props = {
  token: string;
  email: string;
  /** True when the address has an account: its password is asked for. */
  hasAccount: boolean;
  redeemInvitation: (value: { token: string; password: string }) => Promise<Result<Redeemed>>;
};

/** Accepts the invitation with a password, signs in with it, and goes to the first page. */
export function AcceptForm({ token, email, hasAccount, redeemInvitation }: Props) {
  const router = useRouter();

  async function accept(value: { token: string; password: string }): Promise<Result<Redeemed>> {
    const result = await redeemInvitation(value);
    if (result.ok && result.value.state === "done") {
      const outcome = await giveCredentials({ provider: "password", email, password: value.password });
      window.location.assign(outcome === "ok" ? "/sign-in" : "/sign-in?note=accepted");
    }
    return result;
  }

  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: hasAccount ? redeemInvitationSchema : newAccountSchema,
    act: accept,
    defaults: { token },
    labels: LABELS,
    done: ({ state }) => {
      if (state === "done") return "leaving";
      // The page says why the link is closed by now.
      router.refresh();
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      <div>
        <p className="font-semibold">Your sign-in name</p>
        <p className="break-all">{email}</p>
        <input type="hidden" autoComplete="username" value={email} readOnly />
      </div>
      <PasswordField
        label={hasAccount ? "The password you have" : "Choose a password"}
        hint={hasAccount ? "You have an account with this address already. Its password goes on." : PASSWORD_HINT}
        autoComplete={hasAccount ? "current-password" : "new-password"}
        {...field("password")}
      />
      <SubmitButton size="lg" block disabled={!isReady} pending={pending} pendingLabel="Opening…">
        Accept and go in
      </SubmitButton>
    </form>
  );
}
