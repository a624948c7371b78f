"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { outgoingOf, useOutgoing } from "@/components/offline/use-outgoing";
import { clockAhead } from "./portal-clock";
import { endForgotten } from "./session-keeping";

type Props = {
  who: string;
  day: string;
  /** The portal's clock, ISO. */
  now: string;
};

/** Sends what this device still has of sessions. What the clinic then has is shown on the page anew. */
export function WaitingToSend({ who, day, now }: Props) {
  const router = useRouter();
  const { state } = useOutgoing(who);
  const count = state.items.length;
  const before = useRef(count);

  useEffect(() => {
    endForgotten(who, day, { outgoing: outgoingOf(who), aheadMs: clockAhead(now) });
  }, [who, day, now]);

  useEffect(() => {
    if (count < before.current && state.status !== "sending") router.refresh();
    if (state.status !== "sending" || count > before.current) before.current = count;
  }, [count, state.status, router]);

  return null;
}
