import { Fragment, type ReactNode } from "react";
import { ScoreChart } from "@/components/charts/score-chart";
import { ScoreScale } from "@/components/questionnaires/score-scale";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/core/calendar";
import type { PartChange, ScoreSeries } from "@/lib/progress/score-series";
import { bandForPerson } from "@/lib/questionnaires/band-words";
import { ScoreReferences } from "./score-references";

export type ScoreSectionProps = {
  series: readonly ScoreSeries[];
  marks: readonly { day: string; label: string }[];
  /** What stands here while nothing is answered. */
  empty: ReactNode;
  /** Said under the first answers, while there is nothing to compare them with. */
  next?: ReactNode;
  /** Published figures of other questionnaires, for those who know what to make of them. */
  withReferences?: boolean;
};

/** Scores over time, each part in words against the first answers. */
export function ScoreSection({ series, marks, empty, next, withReferences = false }: ScoreSectionProps) {
  if (series.length === 0) return <Card as="section">{empty}</Card>;
  return (
    <div className="grid gap-6">
      {series.map((one) => (
        <Card as="section" key={one.slug}>
          <Pictures series={one} marks={marks} />
          <p className="mt-3 text-ink-soft text-sm">{whenInWords(one)}</p>
          <ul className="measure mt-2 grid gap-1.5">
            {one.changes.map((change) => (
              <li key={change.id}>
                <Change change={change} series={one} />
              </li>
            ))}
          </ul>
          {one.points.length === 1 && one.said === null ? next : null}
          <ScoreReferences series={one} withOthers={withReferences} />
        </Card>
      ))}
    </div>
  );
}

/** A chart for each range; where there are several, each says which parts it shows. */
function Pictures({ series, marks }: { series: ScoreSeries; marks: ScoreSectionProps["marks"] }) {
  const { pictures, title, direction, points } = series;
  return (
    <div className="grid gap-6">
      {pictures.map(({ parts, least, most, ends, bands }) => (
        <ScoreChart
          key={`${least} ${most}`}
          title={pictures.length > 1 ? `${title}: ${parts.map((part) => part.title).join(", ")}` : title}
          direction={direction}
          domain={[least, most]}
          ends={ends}
          bands={bands}
          points={points}
          subscales={parts}
          marks={marks}
        />
      ))}
    </div>
  );
}

/** One part in words. Sizes of change that mean something are drawn here when the part shares its chart with others. */
function Change({ change, series }: { change: PartChange; series: ScoreSeries }) {
  const { id, sentence, band, bands, first, now, least, most } = change;
  const isShared = series.pictures.some(({ parts }) => parts.length > 1 && parts.some((part) => part.id === id));
  return (
    <Fragment>
      {sentence}
      {band === null ? null : ` In the groups of the published questionnaire it is “${bandForPerson(band)}”.`}
      {isShared && bands.length > 0 && first !== null && now !== null ? (
        <ScoreScale {...{ first, now, least, most, bands }} direction={series.direction} />
      ) : null}
    </Fragment>
  );
}

function whenInWords({ firstOn, latestOn, points }: ScoreSeries) {
  const latest = formatDay(latestOn, "short");
  return points.length === 1
    ? `First answers: ${latest}.`
    : `First answers: ${formatDay(firstOn, "short")}. Latest answers: ${latest}.`;
}
