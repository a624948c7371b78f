"use client";

import { type ReactNode, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";

type Props<I> = {
  /** What both actions take. */
  input: I;
  isRetired: boolean;
  retire: (input: I) => Promise<Result<unknown>>;
  restore: (input: I) => Promise<Result<unknown>>;
  question: string;
  /** What retiring means, said before it is done. */
  children: ReactNode;
};

/** Takes something a clinic hands out out of use, after asking, or brings it back. */
export function Retire<I>({ input, isRetired, retire, restore, question, children }: Props<I>) {
  const [isAsking, setIsAsking] = useState(false);
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(isRetired ? restore : retire, () => {
    setIsAsking(false);
  });
  const act = () => void send(input);
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
        title={question}
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
          <p>{children}</p>
        </div>
      </Dialog>
    </>
  );
}
