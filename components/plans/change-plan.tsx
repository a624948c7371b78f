"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { newId } from "@/lib/core/ids";
import type { EndAction, StartAction } from "./draft-actions";
import { EndPlan } from "./end-plan";

export type ChangePlanProps = { planId: string; patientId: string; start: StartAction; end: EndAction };

/** What can be done with a plan in force: open it for change, or end it. */
export function ChangePlan({ planId, patientId, start, end }: ChangePlanProps) {
  const router = useRouter();
  const id = useRef<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  const open = async () => {
    id.current ??= newId();
    setPending(true);
    const result = await start({ id: id.current, planId, patientId }).catch(() => null);
    setPending(false);
    if (result) id.current = null;
    setMessage(result?.ok ? null : (result?.message ?? "We cannot reach the clinic's records just now."));
    if (result?.ok) router.replace(`/patients/${patientId}/plan`);
  };

  return (
    <div className="mb-6 grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button icon="edit" pending={isPending} pendingLabel="Opening" onClick={open}>
          Change the plan
        </Button>
        <EndPlan planId={planId} end={end} />
      </div>
      {message ? (
        <Notice tone="caution" live>
          {message}
        </Notice>
      ) : null}
    </div>
  );
}
