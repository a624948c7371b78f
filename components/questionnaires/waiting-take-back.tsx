"use client";

import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/core/errors";

export type TakeBack = (input: { requestId: string }) => Promise<Result<unknown>>;

/** Takes back a questionnaire that was sent and not answered. */
export function WaitingTakeBack({
  requestId,
  title,
  takeBack,
}: {
  requestId: string;
  title: string;
  takeBack: TakeBack;
}) {
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(takeBack, () => undefined);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span role="alert" className="text-caution text-sm empty:hidden">
        {refusal?.message}
      </span>
      <Button
        variant="secondary"
        size="sm"
        disabled={!isReady}
        pending={pending}
        pendingLabel="Taking back…"
        onClick={() => void send({ requestId })}
      >
        Take back<span className="sr-only"> {title}</span>
      </Button>
    </div>
  );
}
