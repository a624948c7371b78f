"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { newId } from "@/lib/core/ids";
import { planHref } from "@/lib/plans/addresses";
import type { EndAction, StartAction } from "./draft-actions";
import { EndPlan } from "./end-plan";

export type ChangePlanProps = {
  planId: string;
  patientId: string;
  /** What tells it from the patient's other plans; null when it is the only one. */
  name: string | null;
  /** True when a change is being written, which is opened elsewhere. */
  hasDraft?: boolean;
  /** True in a list of plans, where nothing stands out. */
  isListed?: boolean;
  start: StartAction;
  end: EndAction;
};

/** What can be done with a plan in force: open it for change, or end it. */
export function ChangePlan({ planId, patientId, name, hasDraft = false, isListed, start, end }: ChangePlanProps) {
  const size = isListed ? "sm" : "md";
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
    if (result?.ok) router.push(planHref(patientId, planId));
  };

  return (
    <div className={isListed ? "contents" : "grid gap-3"}>
      <div className={isListed ? "contents" : "flex flex-wrap gap-2"}>
        {hasDraft ? null : (
          <Button
            icon="edit"
            size={size}
            variant={isListed ? "secondary" : "primary"}
            pending={isPending}
            pendingLabel="Opening"
            onClick={open}
          >
            Change the plan
            {name === null ? null : <span className="sr-only">: {name}</span>}
          </Button>
        )}
        <EndPlan planId={planId} name={name} size={size} end={end} />
      </div>
      {message ? (
        <Notice tone="caution" live className="w-full">
          {message}
        </Notice>
      ) : null}
    </div>
  );
}
