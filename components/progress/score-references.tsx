import { Disclosure } from "@/components/ui/disclosure";
import type { ScoreSeries } from "@/lib/progress/score-series";

/** Published figures. Those of the very questionnaire are everybody's; those of another one only where they are asked for. */
export function ScoreReferences({ series, withOthers }: { series: ScoreSeries; withOthers: boolean }) {
  const parts = series.changes.filter((change) => change.references.length > 0);
  if (parts.length === 0 || !(series.isLicensed || withOthers)) return null;
  const summary = series.isLicensed
    ? "What studies of this questionnaire found"
    : "Published figures, from the licensed instrument";
  return (
    <Disclosure summary={summary} className="mt-2 text-sm">
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
