import { Badge } from "@/components/ui/badge";
import type { OwnSession } from "@/lib/access/queries";
import { formatInstant } from "@/lib/core/calendar";

/** Where somebody is signed in: each device, when it was last used, and which one this is. */
export function SessionList({ sessions, timeZone }: { sessions: readonly OwnSession[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-rule">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0">
            <p className="font-semibold">{session.device || "A device we do not know"}</p>
            <p className="text-ink-soft text-sm">
              Signed in {formatInstant(session.startedAt, timeZone)}. Last used{" "}
              {formatInstant(session.lastSeenAt, timeZone)}.
            </p>
          </div>
          {session.isCurrent ? <Badge tone="teal">This device</Badge> : null}
        </li>
      ))}
    </ul>
  );
}
