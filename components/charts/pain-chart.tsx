import { useId } from "react";
import { longDay, shortDay } from "./calendar-day";
import { ChartFigure } from "./chart-parts";
import { NumbersTable } from "./numbers-table";
import { PainPlot } from "./pain-plot";
import { type PainWeek, painWords } from "./pain-week";
import type { Frame, PlanMark } from "./time-axis";

export type PainChartProps = { title?: string; weeks: readonly PainWeek[]; marks: readonly PlanMark[] };

const NARROW: Frame = { width: 320, height: 216, top: 14, end: 14, bottom: 28, start: 28 };
const WIDE: Frame = { width: 720, height: 270, top: 14, end: 20, bottom: 30, start: 34 };

/** Pain week by week. A week without an answer is a gap, never a nought. */
export function PainChart({ title = "Pain, week by week", marks, ...rest }: PainChartProps) {
  const id = useId();
  const weeks = [...rest.weeks].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const hasGap = weeks.some((week) => week.mean === null);
  const note = "Average of each week, from 0 (no pain) to 10 (worst). Lower is better.";
  const description = `${note} ${inWords(weeks)}`;
  const plot = { title, description, weeks, marks };
  return (
    <ChartFigure
      title={title}
      note={note}
      narrow={<PainPlot {...plot} id={`${id}n`} frame={NARROW} />}
      wide={<PainPlot {...plot} id={`${id}w`} frame={WIDE} />}
      legend={hasGap ? <GapLegend /> : null}
      table={
        <NumbersTable
          caption={title}
          head={["Week from", "Average pain", "Answers"]}
          rows={weeks.map((week) => [
            longDay(week.startsOn),
            week.mean === null ? "No answer" : painWords(week.mean),
            String(week.answered),
          ])}
        />
      }
    />
  );
}

function inWords(weeks: readonly PainWeek[]) {
  const known = weeks.flatMap(({ startsOn, mean }) => (mean === null ? [] : [{ startsOn, mean }]));
  const first = known[0];
  const last = known[known.length - 1];
  if (!first || !last) return "No answers yet.";
  const silent = weeks.length - known.length;
  const gaps = silent === 0 ? "" : ` ${silent} of ${weeks.length} weeks have no answer.`;
  if (first === last) return `${painWords(first.mean)} in the week from ${shortDay(first.startsOn)}.${gaps}`;
  return `${painWords(first.mean)} in the week from ${shortDay(first.startsOn)}, ${painWords(last.mean)} in the week from ${shortDay(last.startsOn)}.${gaps}`;
}

function GapLegend() {
  return (
    <p className="mt-1 flex items-center gap-2 text-ink-soft text-sm">
      <svg viewBox="0 0 24 16" aria-hidden="true" className="h-4 w-6 flex-none">
        <rect width="24" height="16" className="fill-sunken" />
        <path d="M2 14 12 2M10 14 20 2M18 14l6-7" className="stroke-rule-strong" strokeWidth="1" />
      </svg>
      No answer that week
    </p>
  );
}
