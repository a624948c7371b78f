"use client";

import { useRouter } from "next/navigation";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { ResumeAction } from "./pause-actions";

type Props = {
  patientId: string;
  /** Without one, every plan that rests goes on. */
  planId?: string | null;
  /** What tells it from the other plans; null when there is no need. */
  name?: string | null;
  resume: ResumeAction;
};

/** Goes on with a plan that rests. */
export function ResumeButton({ patientId, planId = null, name = null, resume }: Props) {
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
        onClick={() => void send({ patientId, planId })}
      >
        Go on from today
        {name === null ? null : <span className="sr-only">: {name}</span>}
      </Button>
    </div>
  );
}
