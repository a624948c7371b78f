import type { ReactNode } from "react";
import { ScoreChart } from "@/components/charts/score-chart";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/lib/core/calendar";
import type { ScoreSeries } from "@/lib/progress/score-series";

export type ScoreSectionProps = {
  series: readonly ScoreSeries[];
  marks: readonly { day: string; label: string }[];
  /** What stands here while nothing is answered. */
  empty: ReactNode;
  /** Said under the first answers, while there is nothing to compare them with. */
  next?: ReactNode;
  /** Published figures of licensed instruments, for those who know what to make of them. */
  withReferences?: boolean;
};

/** Scores over time, each part in words against the first answers. */
export function ScoreSection({ series, marks, empty, next, withReferences }: ScoreSectionProps) {
  if (series.length === 0) return <Card as="section">{empty}</Card>;
  return (
    <div className="grid gap-6">
      {series.map((one) => (
        <Card as="section" key={one.slug}>
          <ScoreChart
            title={one.title}
            direction={one.direction}
            points={one.points}
            subscales={one.subscales}
            marks={marks}
          />
          <p className="mt-3 text-ink-soft text-sm">{whenInWords(one)}</p>
          <ul className="measure mt-2 grid gap-1.5">
            {one.changes.map((change) => (
              <li key={change.id}>{change.sentence}</li>
            ))}
          </ul>
          {one.points.length === 1 ? next : null}
          {withReferences ? <References series={one} /> : null}
        </Card>
      ))}
    </div>
  );
}

function whenInWords({ firstOn, latestOn, points }: ScoreSeries) {
  const latest = formatDay(latestOn, "short");
  return points.length === 1
    ? `First answers: ${latest}.`
    : `First answers: ${formatDay(firstOn, "short")}. Latest answers: ${latest}.`;
}

function References({ series }: { series: ScoreSeries }) {
  const parts = series.changes.filter((change) => change.references.length > 0);
  if (parts.length === 0) return null;
  return (
    <Disclosure summary="Published figures, from the licensed instrument" className="mt-2 text-sm">
      {parts.map((part) => (
        <div key={part.id} className="mb-3">
          <h3 className="font-semibold text-sm">{part.title}</h3>
          <ul className="measure list-disc ps-5">
            {part.references.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </Disclosure>
  );
}
