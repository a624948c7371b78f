"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { newId } from "@/lib/core/ids";
import { planHref } from "@/lib/plans/addresses";
import type { ApplyAction } from "./draft-actions";

export type BeginProps = {
  patientId: string;
  /** True when it is to run beside the plans there are. */
  beside: boolean;
  apply: ApplyAction;
};

/** The other way to begin: a plan with nothing in it. */
export function BeginEmpty({ patientId, beside, apply }: BeginProps) {
  const router = useRouter();
  const id = useRef<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  const begin = async () => {
    id.current ??= newId();
    setPending(true);
    const result = await apply({ id: id.current, patientId, protocolSlug: null, beside }).catch(() => null);
    setPending(false);
    if (result) id.current = null;
    setMessage(result?.ok ? null : (result?.message ?? "We cannot reach the clinic's records just now."));
    if (!result?.ok) return;
    if (beside) router.replace(planHref(patientId, result.value.planId));
    else router.refresh();
  };

  return (
    <div className="mb-6 grid gap-3">
      <Button
        variant="secondary"
        icon="plus"
        className="w-fit"
        pending={isPending}
        pendingLabel="Making the draft"
        onClick={begin}
      >
        Begin with an empty plan
      </Button>
      {message ? (
        <Notice tone="caution" live>
          {message}
        </Notice>
      ) : null}
    </div>
  );
}
