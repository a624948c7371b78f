"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { statusInWords } from "./offline-words";
import { useOnline } from "./use-online";
import { useOutgoing } from "./use-outgoing";
import { useWorker } from "./use-worker";

const WAITING = "/me/waiting";

type Props = {
  who: string;
  /** The build of the page; null when it has no service worker. */
  build: string | null;
};

/** At the head of a patient's pages: whether there is a network, what waits on the device, and that all was sent. */
export function OfflineStatus({ who, build }: Props) {
  useWorker(build);
  const { state } = useOutgoing(who);
  const isOnline = useOnline();
  const isShown = usePathname() === WAITING;
  const count = state.items.length;
  const before = useRef(0);
  const [hasSent, setHasSent] = useState(false);
  useEffect(() => {
    if (count === 0 && before.current > 0) setHasSent(true);
    before.current = count;
  }, [count]);

  const words = statusInWords(state, isOnline, hasSent);
  const isCalm = words === "All sent.";
  return (
    <div role="status" className="no-print mb-5 empty:hidden">
      {words === "" ? null : (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-rule bg-sunken px-4 py-2.5">
          <Icon name={isCalm ? "check" : "info"} className="size-5 text-teal-ink" />
          <span>{words}</span>
          {count > 0 && !isShown ? (
            <TextLink href={WAITING} className="tap inline-flex items-center">
              Show what
            </TextLink>
          ) : null}
        </p>
      )}
    </div>
  );
}
