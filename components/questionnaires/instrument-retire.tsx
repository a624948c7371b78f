"use client";

import { useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";

type InstrumentAction = (input: { instrumentId: string }) => Promise<Result<unknown>>;

type Props = {
  instrumentId: string;
  title: string;
  isRetired: boolean;
  retire: InstrumentAction;
  restore: InstrumentAction;
};

/** Takes a questionnaire out of use, after asking, or brings it back. Plans that ask it keep asking it either way. */
export function InstrumentRetire({ instrumentId, title, isRetired, retire, restore }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(isRetired ? restore : retire, () => {
    setIsAsking(false);
  });
  const act = () => void send({ instrumentId });
  if (isRetired) {
    return (
      <div className="grid justify-items-start gap-2">
        <FormErrorSummary message={refusal?.message} />
        <Button variant="secondary" size="sm" disabled={!isReady} pending={pending} onClick={act}>
          Bring back
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button variant="danger" size="sm" disabled={!isReady} className="w-fit" onClick={() => setIsAsking(true)}>
        Retire
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title="Take this out of use?"
        actions={
          <>
            <Button variant="quiet" onClick={() => setIsAsking(false)}>
              Keep it
            </Button>
            <Button variant="danger" pending={pending} pendingLabel="Retiring…" onClick={act}>
              Retire
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <FormErrorSummary message={refusal?.message} />
          <p>
            <bdi className="font-semibold">{title}</bdi> can no longer be added to a plan or sent. Plans that ask it
            keep asking it, and every answer stays. You can bring it back.
          </p>
        </div>
      </Dialog>
    </>
  );
}
