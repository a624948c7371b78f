"use client";

import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";

type Props = {
  invitationId: string;
  name: string;
  withdrawInvitation: (value: { invitationId: string }) => Promise<Result<unknown>>;
};

/** Withdraws one invitation; the list then says so. */
export function WithdrawButton({ invitationId, name, withdrawInvitation }: Props) {
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(withdrawInvitation, () => undefined);
  return (
    <div className="grid justify-items-end gap-2">
      <FormErrorSummary message={refusal?.message} />
      <Button
        variant="quiet"
        size="sm"
        disabled={!isReady}
        pending={pending}
        onClick={() => send({ invitationId })}
        aria-label={`Withdraw the invitation of ${name}`}
      >
        Withdraw
      </Button>
    </div>
  );
}
