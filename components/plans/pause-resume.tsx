"use client";

import { useRouter } from "next/navigation";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { ResumeAction } from "./pause-actions";

/** Goes on with a plan that rests. */
export function ResumeButton({ patientId, resume }: { patientId: string; resume: ResumeAction }) {
  const router = useRouter();
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(resume, () => {
    router.refresh();
    return undefined;
  });
  return (
    <div className="grid justify-items-start gap-2">
      <FormErrorSummary message={refusal?.message} />
      <Button
        icon="play"
        disabled={!isReady}
        pending={pending}
        pendingLabel="One moment"
        onClick={() => void send({ patientId })}
      >
        Go on from today
      </Button>
    </div>
  );
}
