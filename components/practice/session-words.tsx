import { durationInWords } from "@/lib/plans/dosage";
import type { SessionRow } from "@/lib/practice/queries/sessions";

const minutes = (seconds: number) => durationInWords(seconds < 60 ? seconds : Math.round(seconds / 60) * 60);

/** A session as a whole: how long, how hard, and what was said of it; an effort nobody told is said to be so. */
export function SessionWords({ session }: { session: SessionRow }) {
  const { activeSeconds, effortRpe, note, endedEarly } = session;
  const effort = effortRpe === null ? "effort not answered" : `effort ${effortRpe} of 10`;
  return (
    <>
      <p className="text-ink-soft">
        Whole session: {minutes(activeSeconds)}, {effort}
        {endedEarly ? ", finished early" : ""}
      </p>
      {note ? <p className="whitespace-pre-line break-words text-ink-soft">“{note}”</p> : null}
    </>
  );
}
