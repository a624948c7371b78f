import { Card, CardTitle } from "@/components/ui/card";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { formatDay } from "@/lib/core/calendar";
import type { PlanChangeEntry } from "@/lib/progress/plan-changes";

/** When the plan began and how it changed, newest first. */
export function PlanChangeList({ changes }: { changes: readonly PlanChangeEntry[] }) {
  return (
    <Card as="section">
      <CardTitle>How your plan changed</CardTitle>
      {changes.length === 0 ? (
        <p className="text-ink-soft">When your physiotherapist changes your plan, it is noted here.</p>
      ) : (
        <PlumbLine label="Changes of your plan">
          {[...changes].reverse().map((change) => (
            <PlumbItem key={change.id} marker={change.kind === "pause" ? "rest" : undefined}>
              <p className="font-semibold">{change.title}</p>
              <p className="text-ink-soft text-sm">{formatDay(change.day)}</p>
              {change.words.length > 0 ? (
                <ul className="measure mt-1 list-disc ps-5">
                  {change.words.map((words) => (
                    <li key={words}>{words}</li>
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
