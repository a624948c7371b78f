import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/core/calendar";
import type { ResponseDetail as Detail } from "@/lib/questionnaires/response-detail";
import type { FlagLevel } from "@/lib/questionnaires/vocabulary";

const LEVEL_WORDS: Record<FlagLevel, string> = {
  emergency: "Call for help now",
  "same-day": "Act on it today",
  clinic: "At the next contact",
};

type Props = Pick<Detail, "flags" | "reviewed"> & { children?: ReactNode };

/** Answers that must be acted on, and whether somebody has seen them; until then it is red, with the way to say so under it. */
export function ResponseFlags({ flags, reviewed, children }: Props) {
  if (flags.length === 0) return null;
  const isUrgent = flags.some(({ level }) => level !== "clinic");
  return (
    <Notice
      tone={reviewed ? "info" : isUrgent ? "safety" : "caution"}
      title={flags.length === 1 ? "An answer to act on" : `${flags.length} answers to act on`}
    >
      <ul className="grid gap-1">
        {flags.map(({ level, reason }) => (
          <li key={reason} className="flex flex-wrap items-baseline gap-x-2">
            <Badge tone={reviewed ? "neutral" : level === "clinic" ? "caution" : "safety"}>{LEVEL_WORDS[level]}</Badge>
            <span className="min-w-0">{reason}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">
        {reviewed
          ? `Seen by ${reviewed.by} on ${formatDay(reviewed.on, "short")}${reviewed.note === "" ? "." : `: ${reviewed.note}`}`
          : "Nobody has marked this as seen yet."}
      </p>
      {reviewed ? null : children}
    </Notice>
  );
}
