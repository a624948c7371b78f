"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

/** Somebody was first. Nothing typed is lost: it can be looked at beside the other text, or be put over it. */
export function ConflictNotice(props: { message: string; href: string; onKeepMine: () => Promise<void> }) {
  const { message, href: plain, onKeepMine } = props;
  // Which of several plans it is stands in the address.
  const plan = useSearchParams().get("plan");
  const href = plan === null || plain.includes("?") ? plain : `${plain}?plan=${plan}`;
  const [isPending, setPending] = useState(false);
  const keepMine = async () => {
    setPending(true);
    await onKeepMine();
    setPending(false);
  };
  return (
    <Notice
      tone="caution"
      title={message}
      live
      actions={
        <>
          <Button size="sm" variant="secondary" pending={isPending} pendingLabel="Saving" onClick={keepMine}>
            Put my text in its place
          </Button>
          <TextLink href={href} target="_blank" rel="noreferrer" className="inline-flex min-h-10 items-center">
            Open the other text in a new tab
          </TextLink>
          <a href={href} className="inline-flex min-h-10 items-center text-teal-ink underline">
            Reload and let mine go
          </a>
        </>
      }
    />
  );
}
