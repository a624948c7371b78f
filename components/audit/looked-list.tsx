import { EmptyState } from "@/components/ui/empty-state";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { TextLink } from "@/components/ui/text-link";
import { type CalendarDay, formatDay, formatInstant } from "@/lib/core/calendar";

type LookedDay = { key: string; day: CalendarDay; actorName: string; at: Date; words: string[] };

type Props = {
  /** `earlier` is where the page before this one begins; null when there is none. */
  looks: { days: readonly LookedDay[]; earlier: number | null };
  timeZone: string;
  isLatest: boolean;
};

/** Who of the clinic did what with a patient's record, by day. */
export function LookedList({ looks, timeZone, isLatest }: Props) {
  if (looks.days.length === 0) {
    return (
      <EmptyState as="h3" icon="shield" title={isLatest ? "Nobody yet" : "Nothing before that"}>
        When somebody of the clinic opens your record, it is written here.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <PlumbLine label="Who looked at my record">
        {looks.days.map((look) => (
          <PlumbItem key={look.key}>
            <h3>
              <bdi>{look.actorName}</bdi>
            </h3>
            <p className="text-ink-soft text-sm">
              {formatDay(look.day)}, last at {formatInstant(look.at, timeZone).slice(-5)}
            </p>
            <p>{sentence(look.words)}.</p>
          </PlumbItem>
        ))}
      </PlumbLine>
      {isLatest ? null : <TextLink href="/me#looked">Back to the latest</TextLink>}
      {looks.earlier === null ? null : (
        <TextLink href={`/me?before=${looks.earlier}#looked`}>Show earlier ones</TextLink>
      )}
    </div>
  );
}

/** "Looked at the details; published a plan" */
function sentence(words: readonly string[]): string {
  const text = words.join("; ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
