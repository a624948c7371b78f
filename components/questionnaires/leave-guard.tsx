"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { wayOut } from "./leave-rules";

type Props = {
  /** True while something is typed that nobody has but this page. */
  isUnsaved: boolean;
  /** What would be lost. */
  children: ReactNode;
};

/** Asks before a link, the way back or the browser takes the person away from what they typed. */
export function LeaveGuard({ isUnsaved, children }: Props) {
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const isLeaving = useRef(false);

  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isLeaving.current) event.preventDefault();
    };
    // Before the link itself hears of it.
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const to = link ? wayOut(clickOn(link, event), window.location.href) : null;
      if (to === null || isLeaving.current) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(to));
    };
    const goBack = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse" || !event.cancelable || isLeaving.current) return;
      event.preventDefault();
      const { key } = event.destination;
      setLeave(() => () => void window.navigation.traverseTo(key));
    };
    window.addEventListener("beforeunload", warn);
    document.addEventListener("click", follow, { capture: true });
    // Not every browser has it; there, going back asks nothing.
    const { navigation } = window as Partial<Window>;
    navigation?.addEventListener("navigate", goBack);
    return () => {
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("click", follow, { capture: true });
      navigation?.removeEventListener("navigate", goBack);
    };
  }, [isUnsaved, router]);

  return (
    <Dialog
      open={leave !== null}
      onClose={() => setLeave(null)}
      title="Leave without saving?"
      actions={
        <>
          <Button onClick={() => setLeave(null)}>Stay here</Button>
          <Button
            variant="danger"
            onClick={() => {
              isLeaving.current = true;
              setLeave(null);
              leave?.();
            }}
          >
            Leave without saving
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

function clickOn(link: HTMLAnchorElement, event: MouseEvent) {
  return {
    href: link.href,
    target: link.target,
    isDownload: link.hasAttribute("download"),
    isElsewhere: event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey,
  };
}
