"use client";

import { useActing, useIsReady } from "@/components/access/use-acting";
import { clearDevice } from "@/components/offline/device";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Result } from "@/lib/core/errors";

export type SignOutButtonProps = {
  signOut: (value: Record<string, never>) => Promise<Result<unknown>>;
  label?: string;
  pendingLabel?: string;
  variant?: "quiet" | "secondary" | "danger";
  block?: boolean;
};

/** Signs out, clears the device and goes to the sign-in page; also when the session had ended already. */
export function SignOutButton(props: SignOutButtonProps) {
  const { signOut, label = "Sign out", pendingLabel = "Signing out…", variant = "quiet", block } = props;
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(
    async (nothing: Record<string, never>): Promise<Result<unknown>> => {
      const result = await signOut(nothing);
      return !result.ok && result.code === "unauthenticated" ? { ok: true, value: null } : result;
    },
    () => {
      void clearDevice().then(() => window.location.assign("/sign-in"));
      return "leaving";
    },
  );
  return (
    <form
      method="post"
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send({});
      }}
    >
      <FormErrorSummary message={refusal?.message} />
      <SubmitButton
        variant={variant}
        icon="sign-out"
        block={block}
        className={block ? undefined : "w-fit"}
        disabled={!isReady}
        pending={pending}
        pendingLabel={pendingLabel}
      >
        {label}
      </SubmitButton>
    </form>
  );
}
