"use client";

import { Icon } from "@/components/ui/icon";
import { useReadingRoom } from "./reading-room";

/** The way back to where the reader stopped last time. */
export function GoOn() {
  const { stoppedAt } = useReadingRoom();
  if (!stoppedAt) return null;
  return (
    <a
      href={`#${stoppedAt.slug}`}
      className="no-print tap mb-6 flex items-center gap-3 rounded-md border border-rule bg-raised px-4 py-3 shadow-card hover:border-teal"
    >
      <span className="min-w-0 flex-1">
        <span className="block font-semibold text-teal-ink">Go on where you stopped</span>
        <span className="block text-ink-soft text-sm">{stoppedAt.title}</span>
      </span>
      <Icon name="down" className="size-5 text-teal-ink" />
    </a>
  );
}
