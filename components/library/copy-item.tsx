"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { newId } from "@/lib/core/ids";
import type { CopyAction } from "./library-actions";

/** Makes a copy that belongs to the clinic, and opens it to be changed. Pressing twice makes one. */
export function CopyItem({ itemId, copy }: { itemId: string; copy: CopyAction }) {
  const router = useRouter();
  const isReady = useIsReady();
  const id = useRef<string | null>(null);
  const { send, pending, refusal } = useActing(copy, (made) => {
    router.push(`/library/${made.itemId}/edit`);
    return "leaving";
  });
  const press = () => {
    id.current ??= newId();
    void send({ id: id.current, fromItemId: itemId });
  };
  return (
    <div className="grid gap-2">
      <Button
        variant="secondary"
        icon="copy"
        disabled={!isReady}
        pending={pending}
        pendingLabel="Copying…"
        onClick={press}
      >
        Copy and change
      </Button>
      <FormErrorSummary message={refusal?.message} />
    </div>
  );
}
