import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/lib/core/calendar";
import type { ResponseDetail as Detail } from "@/lib/questionnaires/response-detail";

/** What was answered, when, how it came, and how much of it is there. */
export function ResponseHead({ response }: { response: Detail }) {
  const { title, versionNumber, answeredOn, submittedOn, previousOn, minutesTaken, missing, count } = response;
  return (
    <header>
      <h3 className="text-lg">
        {title}, {formatDay(answeredOn)}
      </h3>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        <span>Version {versionNumber}</span>
        {minutesTaken === null ? null : <span>{timeTaken(minutesTaken)}</span>}
        <Source response={response} />
        {response.source === "portal" && answeredOn !== submittedOn ? (
          <span>Sent on {formatDay(submittedOn, "short")}</span>
        ) : null}
        <span>{previousOn ? `Changes since ${formatDay(previousOn, "short")}` : "First answers"}</span>
        {missing > 0 ? (
          <Badge tone="caution">
            {missing} of {count} not answered
          </Badge>
        ) : (
          <Badge>All {count} answered</Badge>
        )}
        {response.correctionReason === null ? null : <Badge>Correction</Badge>}
        {response.isCorrected ? <Badge>Replaced by a correction</Badge> : null}
      </div>
    </header>
  );
}

function Source({ response: { source, enteredBy, submittedOn } }: { response: Detail }) {
  if (source === "portal") return null;
  const by = enteredBy === null ? "" : ` by ${enteredBy}`;
  const on = ` on ${formatDay(submittedOn, "short")}`;
  return <span>{source === "paper" ? `Entered from paper${by}${on}` : `Past result brought in${by}${on}`}</span>;
}

function timeTaken(minutes: number) {
  if (minutes < 1) return "Took under a minute";
  if (minutes < 120) return `Took ${Math.round(minutes)} ${Math.round(minutes) === 1 ? "minute" : "minutes"}`;
  const hours = minutes / 60;
  return hours < 48
    ? `Sent ${Math.round(hours)} hours after it was opened`
    : `Sent ${Math.round(hours / 24)} days after it was opened`;
}
