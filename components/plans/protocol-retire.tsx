"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { RetireProtocolAction } from "./protocol-actions";

/** Takes a protocol of the clinic's own out of use, after asking. */
export function ProtocolRetire({ protocolId, retire }: { protocolId: string; retire: RetireProtocolAction }) {
  const router = useRouter();
  const isReady = useIsReady();
  const [isOpen, setOpen] = useState(false);
  const { send, pending, refusal } = useActing(retire, () => {
    router.push("/protocols");
    return "leaving";
  });
  return (
    <>
      <Button variant="secondary" disabled={!isReady} onClick={() => setOpen(true)}>
        Take out of use
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Take this protocol out of use?"
        actions={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button
              variant="danger"
              pending={pending}
              pendingLabel="One moment"
              onClick={() => void send({ protocolId })}
            >
              Take it out
            </Button>
          </>
        }
      >
        <p>No new plan can begin from it. Plans that began from it stay as they are.</p>
        <FormErrorSummary message={refusal?.message} />
      </Dialog>
    </>
  );
}
