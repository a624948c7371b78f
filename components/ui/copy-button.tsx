"use client";

import { useState } from "react";
import { Button } from "./button";

export type CopyButtonProps = { value: string; label?: string; copiedLabel?: string; size?: "sm" | "md" };

/** Puts a text on the clipboard and says so; where the browser does not allow it, it says that too. */
export function CopyButton({ value, label = "Copy", copiedLabel = "Copied", size = "md" }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button variant="secondary" size={size} icon={state === "copied" ? "check" : "copy"} onClick={copy}>
        {state === "copied" ? copiedLabel : label}
      </Button>
      <span role="status" className={state === "refused" ? "text-sm" : "sr-only"}>
        {state === "copied" ? copiedLabel : ""}
        {state === "refused" ? "Your browser did not allow that. Select the text and copy it by hand." : ""}
      </span>
    </span>
  );
}
