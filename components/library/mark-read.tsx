"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { z } from "zod";
import { kept } from "@/components/offline/kept";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { markReadSchema } from "@/lib/practice/schemas";

type Props = {
  who: string;
  title: string;
  itemId: string;
  dueOn: string;
  markAsRead: (input: z.input<typeof markReadSchema>) => Promise<Result<{ dueOn: string }>>;
};

/** At the end of an article: it has been read. Pressing it twice is the same as once. */
export function MarkRead({ who, title, itemId, dueOn, markAsRead }: Props) {
  const router = useRouter();
  const id = useRef<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function press() {
    id.current ??= newId();
    setProblem(null);
    setIsSending(true);
    const mark = kept({ who, kind: "practice.mark-read", words: `Read: ${title}` }, markAsRead);
    const answer = await mark({ id: id.current, planItemId: itemId, dueOn });
    if (answer.ok) {
      router.push("/today");
      return;
    }
    setIsSending(false);
    setProblem(Object.values(answer.fieldErrors)[0] ?? answer.message);
  }

  return (
    <div className="grid gap-3">
      {problem ? (
        <Notice tone="caution" live>
          {problem}
        </Notice>
      ) : null}
      <Button size="lg" block icon="check" pending={isSending} pendingLabel="Saving" onClick={press} className="tap-lg">
        I have read this
      </Button>
    </div>
  );
}
