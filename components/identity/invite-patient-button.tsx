"use client";

import { useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

type Props = {
  patientId: string;
  /** True when an invitation was sent before: sending again closes its link. */
  wasInvited: boolean;
  invitePatient: (value: { id: string; patientId: string }) => Promise<Result<unknown>>;
  size?: "sm" | "md";
  variant?: "primary" | "secondary";
};

/** Sends a patient's invitation and says that it was sent. Leave it out once the patient has an account. */
export function InvitePatientButton({ patientId, wasInvited, invitePatient, size, variant = "secondary" }: Props) {
  const [id, setId] = useState(newId);
  const [isSent, setIsSent] = useState(false);
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(invitePatient, () => {
    setIsSent(true);
    setId(newId());
  });
  return (
    <div className="grid gap-2">
      <FormErrorSummary message={refusal?.message} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          variant={variant}
          size={size}
          icon="mail"
          className="w-fit"
          disabled={!isReady}
          pending={pending}
          pendingLabel="Sending…"
          onClick={() => send({ id, patientId })}
        >
          {wasInvited || isSent ? "Send a new invitation" : "Send invitation"}
        </Button>
        <span role="status" className="text-ink-soft text-sm">
          {isSent && !pending ? "Invitation sent. It works for 14 days." : ""}
        </span>
      </div>
    </div>
  );
}
