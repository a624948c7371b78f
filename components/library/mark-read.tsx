"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { markReadSchema } from "@/lib/practice/schemas";

type Props = {
  itemId: string;
  dueOn: string;
  markAsRead: (input: z.input<typeof markReadSchema>) => Promise<Result<{ dueOn: string }>>;
};

/** At the end of an article: it has been read. Pressing it twice is the same as once. */
export function MarkRead({ itemId, dueOn, markAsRead }: Props) {
  const router = useRouter();
  const id = useRef<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function mark() {
    id.current ??= newId();
    setProblem(null);
    setIsSending(true);
    const answer = await markAsRead({ id: id.current, planItemId: itemId, dueOn }).catch(() => null);
    if (answer?.ok) {
      router.push("/today");
      return;
    }
    setIsSending(false);
    setProblem(answer?.message ?? "We cannot reach the clinic just now. Please try again in a moment.");
  }

  return (
    <div className="grid gap-3">
      {problem ? (
        <Notice tone="caution" live>
          {problem}
        </Notice>
      ) : null}
      <Button size="lg" block icon="check" pending={isSending} pendingLabel="Saving" onClick={mark} className="tap-lg">
        I have read this
      </Button>
    </div>
  );
}
