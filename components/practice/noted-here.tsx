"use client";

import { useOutgoing } from "@/components/offline/use-outgoing";
import { Icon } from "@/components/ui/icon";
import { waitingOccasions } from "./waiting-occasions";

/** Says that something of the day, which a kept page still shows as due, was done here and waits to be sent. `line` is its lineName. */
export function NotedHere({ who, line }: { who: string; line: string }) {
  const { state } = useOutgoing(who);
  if (!waitingOccasions(state.items).has(line)) return null;
  return (
    <p className="mt-1 flex items-center gap-1.5 font-semibold text-teal-ink text-sm">
      <Icon name="check" className="size-4" />
      Noted here. It waits to be sent.
    </p>
  );
}
