import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { formatInstant } from "@/lib/core/calendar";
import { doseInWords } from "@/lib/plans/dosage";
import type { LogRow } from "@/lib/practice/queries/logs";
import { feelingInWords, resultInWords } from "@/lib/practice/result-words";
import { PainNotice } from "./pain-notice";

type Props = { log: LogRow; timeZone: string; correctHref: string | null };

/** What is held of one occasion, and the way to put it right. */
export function LoggedPanel({ log, timeZone, correctHref }: Props) {
  return (
    <div className="grid gap-5">
      <Card as="section" className="flex gap-4">
        <span className="grid size-12 flex-none place-items-center rounded-full bg-teal-wash text-teal-ink">
          <Icon
            name={log.outcome === "done" ? "check" : log.outcome === "partly" ? "partly" : "skip"}
            className="size-6.5"
          />
        </span>
        <div className="min-w-0">
          <h2 className="text-lg">{resultInWords(log)}</h2>
          <p className="mt-1">{feelingInWords(log)}</p>
          {log.note ? <p className="mt-2 whitespace-pre-line break-words">“{log.note}”</p> : null}
          <p className="mt-2 text-ink-soft text-sm">
            {log.dose ? `Your plan said: ${doseInWords(log.dose)}. ` : ""}
            Noted for {formatInstant(log.performedAt, timeZone)}.
          </p>
          {correctHref ? (
            <p className="mt-1">
              <TextLink href={correctHref} className="tap inline-flex items-center">
                Correct this
              </TextLink>
            </p>
          ) : null}
        </div>
      </Card>
      <PainNotice painNrs={log.painNrs} painCeiling={log.painCeiling} />
    </div>
  );
}
