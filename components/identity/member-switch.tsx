"use client";

import { useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";

type Switch = (value: { memberId: string }) => Promise<Result<unknown>>;

type Props = { memberId: string; name: string; isOn: boolean; disableMember: Switch; enableMember: Switch };

/** Switches a member's access off, after asking, or on. */
export function MemberSwitch({ memberId, name, isOn, disableMember, enableMember }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(isOn ? disableMember : enableMember, () => {
    setIsAsking(false);
  });
  if (!isOn) {
    return (
      <div className="grid justify-items-end gap-2">
        <FormErrorSummary message={refusal?.message} />
        <Button
          variant="quiet"
          size="sm"
          disabled={!isReady}
          pending={pending}
          onClick={() => send({ memberId })}
          aria-label={`Switch on the access of ${name}`}
        >
          Switch on
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        disabled={!isReady}
        onClick={() => setIsAsking(true)}
        aria-label={`Switch off the access of ${name}`}
      >
        Switch off
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title="Switch off this access?"
        actions={
          <>
            <Button variant="quiet" onClick={() => setIsAsking(false)}>
              Keep it on
            </Button>
            <Button variant="danger" pending={pending} onClick={() => send({ memberId })}>
              Switch off
            </Button>
          </>
        }
      >
        <div className="grid gap-3 text-start">
          <FormErrorSummary message={refusal?.message} />
          <p>
            <bdi className="break-words font-semibold">{name}</bdi> is signed out everywhere at once and cannot sign in
            here. Nothing they wrote is lost, and you can switch it on again.
          </p>
        </div>
      </Dialog>
    </>
  );
}
