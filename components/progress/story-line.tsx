import { Card, CardTitle } from "@/components/ui/card";
import { PlumbItem, PlumbLine, type PlumbMarker } from "@/components/ui/plumb-line";
import { formatDay } from "@/lib/core/calendar";
import type { StoryEvent } from "@/lib/progress/story-event";

const MARKERS: Record<StoryEvent["kind"], { marker: PlumbMarker; label: string }> = {
  plan: { marker: "now", label: "Plan" },
  pause: { marker: "rest", label: "Pause" },
  decision: { marker: "dot", label: "Suggestion" },
  answers: { marker: "done", label: "Answers" },
  "flare-up": { marker: "flag", label: "Flare-up" },
  correction: { marker: "partly", label: "Correction" },
  reading: { marker: "dot", label: "Reading" },
};

/** What happened and when, on one thread, newest first. */
export function StoryLine({ story }: { story: readonly StoryEvent[] }) {
  return (
    <Card as="section">
      <CardTitle>What happened</CardTitle>
      {story.length === 0 ? (
        <p className="text-ink-soft">
          Plans, pauses, answers, flare-ups and corrections appear here, each on its day, once there are any.
        </p>
      ) : (
        <PlumbLine label="What happened, newest first">
          {story.map((event) => (
            <PlumbItem key={event.id} marker={MARKERS[event.kind].marker} markerLabel={MARKERS[event.kind].label}>
              <div className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-semibold">{event.title}</span>
                <span className="numeric text-ink-soft text-sm">{formatDay(event.day, "short")}</span>
              </div>
              {event.lines.length > 0 ? (
                <ul className="measure text-sm">
                  {event.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : null}
            </PlumbItem>
          ))}
        </PlumbLine>
      )}
    </Card>
  );
}
