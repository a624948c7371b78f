"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { EndAction } from "./draft-actions";

/** Ends the plan, after asking. */
export function EndPlan({ planId, end }: { planId: string; end: EndAction }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  const finish = async () => {
    setPending(true);
    const result = await end({ planId }).catch(() => null);
    setPending(false);
    setMessage(result?.ok ? null : (result?.message ?? "We cannot reach the clinic's records just now."));
    if (result?.ok) router.refresh();
  };

  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        End the plan
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="End this plan?"
        actions={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep it running
            </Button>
            <Button variant="danger" pending={isPending} pendingLabel="Ending" onClick={finish}>
              End it today
            </Button>
          </>
        }
      >
        <p>
          Today is its last day; from tomorrow nothing of it is due. What was done stays in the record, and you can
          begin another plan.
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
