"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { EndAction } from "./draft-actions";

type Props = { planId: string; name: string | null; size?: "sm" | "md"; end: EndAction };

/** Ends the plan, after asking. `name` tells it from the patient's other plans; null when it is the only one. */
export function EndPlan({ planId, name, size, end }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  const finish = async () => {
    setPending(true);
    const result = await end({ planId }).catch(() => null);
    setPending(false);
    setMessage(result?.ok ? null : (result?.message ?? "We cannot reach the clinic's records just now."));
    if (!result?.ok) return;
    setOpen(false);
    router.refresh();
  };

  return (
    <>
      <Button variant="secondary" size={size} onClick={() => setOpen(true)}>
        End the plan
        {name === null ? null : <span className="sr-only">: {name}</span>}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={name === null ? "End this plan?" : `End “${name}”?`}
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
          Today is its last day; from tomorrow nothing of it is due. What was done stays in the record,{" "}
          {name === null ? "and you can begin another plan." : "and the other plans go on."}
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
