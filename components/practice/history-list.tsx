import { Disclosure } from "@/components/ui/disclosure";
import { PlumbItem, PlumbLine, type PlumbMarker } from "@/components/ui/plumb-line";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatInstant } from "@/lib/core/calendar";
import { doseInWords } from "@/lib/plans/dosage";
import { exerciseHref } from "@/lib/practice/as-needed";
import type { HistoryDay, HistoryEntry } from "@/lib/practice/history";
import type { HistoryLog } from "@/lib/practice/queries/history";
import type { SessionRow } from "@/lib/practice/queries/sessions";
import { feelingInWords, resultInWords } from "@/lib/practice/result-words";
import { labelOf } from "@/lib/practice/telling-apart";
import { occasionInWords } from "@/lib/practice/today-words";
import { SessionWords } from "./session-words";

type Day = HistoryDay<HistoryLog>;
type Entry = HistoryEntry<HistoryLog>;

type Props = { days: readonly Day[]; sessions: readonly SessionRow[]; today: string; timeZone: string };

/** The days so far, newest first: what was done, what nobody spoke of, and the way to put it right. */
export function HistoryList({ days, sessions, today, timeZone }: Props) {
  return (
    <PlumbLine label="Your days">
      {days.map((day) => {
        const told = day.entries.filter((entry) => entry.log);
        return (
          <PlumbItem key={day.day} marker={markerOf(day)}>
            <h2 className="text-lg">{day.day === today ? "Today" : formatDay(day.day)}</h2>
            {told.length > 0 ? (
              <ul className="mt-1 divide-y divide-rule">
                {told.map((entry) => (
                  <li key={entry.key} className="py-3">
                    <EntryWords entry={entry} isRepeated={isRepeated(day, entry)} timeZone={timeZone} />
                  </li>
                ))}
              </ul>
            ) : null}
            {sessions
              .filter(({ performedOn, effortRpe, note }) => performedOn === day.day && (effortRpe !== null || note))
              .map((session) => (
                <SessionWords key={session.id} session={session} />
              ))}
            <Untold day={day} isToday={day.day === today} />
          </PlumbItem>
        );
      })}
    </PlumbLine>
  );
}

/** What was due and not spoken of; it can be added for two weeks. Today's is on the page of that name. */
function Untold({ day, isToday }: { day: Day; isToday: boolean }) {
  const untold = day.entries.filter((entry) => !entry.log);
  if (untold.length === 0) return null;
  if (isToday) return <p className="text-ink-soft">More is due. See Today.</p>;
  const words = `Nothing noted for ${untold.length} ${untold.length === 1 ? "exercise" : "exercises"}`;
  const open = untold.filter((entry) => entry.canAdd);
  if (open.length === 0) return <p className="text-ink-soft">{words}</p>;
  return (
    <Disclosure summary={words}>
      <ul>
        {open.map((entry) => (
          <li key={entry.key} className="flex items-baseline justify-between gap-4">
            <Title entry={entry} isRepeated={isRepeated(day, entry)} />
            <Act href={exerciseHref(entry.itemId, day.day, entry.occasion)} title={labelOf(entry)}>
              Add
            </Act>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Title({ entry, isRepeated }: { entry: Entry; isRepeated: boolean }) {
  return (
    <p className="font-semibold">
      {labelOf(entry)}
      {isRepeated ? (
        <span className="font-normal text-ink-soft">, {occasionInWords(entry.occasion).toLowerCase()}</span>
      ) : null}
    </p>
  );
}

const isRepeated = (day: Day, entry: Entry) =>
  entry.occasion > 1 || day.entries.some((other) => labelOf(other) === labelOf(entry) && other.occasion > 1);

function markerOf({ entries }: Day): PlumbMarker {
  const outcomes = entries.map((entry) => entry.log?.outcome ?? null);
  if (outcomes.every((outcome) => outcome === "done")) return "done";
  if (outcomes.some((outcome) => outcome === "done" || outcome === "partly")) return "partly";
  return outcomes.some((outcome) => outcome === "skipped") ? "skipped" : "dot";
}

function EntryWords({ entry, isRepeated, timeZone }: { entry: Entry; isRepeated: boolean; timeZone: string }) {
  const { log } = entry;
  if (!log) return null;
  return (
    <>
      <Title entry={entry} isRepeated={isRepeated} />
      <p>{resultInWords(log)}</p>
      <p className="text-ink-soft">{feelingInWords(log)}</p>
      {log.note ? <p className="whitespace-pre-line break-words text-ink-soft">“{log.note}”</p> : null}
      {log.dose ? <p className="text-ink-soft text-sm">Your plan then: {doseInWords(log.dose)}</p> : null}
      {entry.earlier.length > 0 ? <Earlier entry={entry} timeZone={timeZone} /> : null}
      {log.isCorrectable ? (
        <Act href={`/history/${log.id}`} title={labelOf(entry)}>
          Correct
        </Act>
      ) : null}
    </>
  );
}

function Act({ href, title, children }: { href: string; title: string; children: string }) {
  return (
    <TextLink href={href} className="tap inline-flex items-center">
      {children}
      <span className="sr-only">: {title}</span>
    </TextLink>
  );
}

/** What was told before it was put right. */
function Earlier({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { log, earlier } = entry;
  if (!log) return null;
  return (
    <Disclosure summary={`Corrected on ${formatInstant(log.receivedAt, timeZone)}`}>
      {log.correctionReason ? <p className="break-words">Because: {log.correctionReason}</p> : null}
      <ul className="mt-1 grid gap-1 text-ink-soft">
        {earlier.map((one) => (
          <li key={one.id}>
            Before: {resultInWords(one)}. {feelingInWords(one)}.
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
