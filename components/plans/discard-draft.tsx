"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

export type DiscardDraftProps = {
  /** True when nothing of the plan is published: it goes with its draft. */
  isFirst: boolean;
  /** Gives the words of a refusal, or null when the draft is gone. */
  throwAway: () => Promise<string | null>;
  onDone: () => void;
};

/** Throws the draft away, after asking. */
export function DiscardDraft({ isFirst, throwAway, onDone }: DiscardDraftProps) {
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  const confirm = async () => {
    setPending(true);
    const refusal = await throwAway();
    setPending(false);
    setMessage(refusal);
    if (refusal === null) onDone();
  };

  return (
    <>
      <Button variant="quiet" size="sm" onClick={() => setOpen(true)}>
        Discard
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Throw this draft away?"
        actions={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button variant="danger" pending={isPending} pendingLabel="Throwing away" onClick={confirm}>
              Throw it away
            </Button>
          </>
        }
      >
        <p>
          {isFirst
            ? "Nothing of this plan has been published. It goes with its draft, and you can begin again from a protocol."
            : "The version your patient follows now stays as it is."}
        </p>
        {message ? (
          <Notice tone="caution" live className="mt-4">
            {message}
          </Notice>
        ) : null}
      </Dialog>
    </>
  );
}
