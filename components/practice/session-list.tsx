import { formatInstant } from "@/lib/core/calendar";
import type { SessionRow } from "@/lib/practice/queries/sessions";
import { SessionWords } from "./session-words";

/** The sessions of some days with an effort or a note, for the clinician; nothing when there is none. */
export function SessionList({ sessions, timeZone }: { sessions: readonly SessionRow[]; timeZone: string }) {
  const told = sessions.filter(({ effortRpe, note }) => effortRpe !== null || note !== "");
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="whole-sessions" className="mb-6">
      <h2 id="whole-sessions" className="mb-2 text-lg">
        Whole sessions
      </h2>
      <ul className="grid gap-2">
        {told.map((session) => (
          <li key={session.id} className="max-w-2xl">
            <p className="font-semibold">{formatInstant(session.startedAt, timeZone)}</p>
            <SessionWords session={session} />
          </li>
        ))}
      </ul>
    </section>
  );
}
