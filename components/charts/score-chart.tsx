import { useId } from "react";
import { longDay, shortDay } from "./calendar-day";
import { ChartFigure } from "./chart-parts";
import { NumbersTable } from "./numbers-table";
import { ScorePlot } from "./score-plot";
import type { Frame, PlanMark } from "./time-axis";

type Direction = "lower-is-better" | "higher-is-better";

export type ScoreChartProps = {
  title: string;
  direction: Direction;
  /** The lowest and highest score there can be. */
  domain?: [number, number];
  points: readonly { day: string; scores: Readonly<Record<string, number | null>> }[];
  subscales: readonly { id: string; title: string }[];
  marks: readonly PlanMark[];
};

const NARROW: Frame = { width: 320, height: 260, top: 14, end: 90, bottom: 28, start: 30 };
const WIDE: Frame = { width: 720, height: 320, top: 14, end: 156, bottom: 30, start: 36 };

/** Scores over time, one line for each part of a questionnaire; a part that was not answered leaves a gap. */
export function ScoreChart(props: ScoreChartProps) {
  const { title, direction, domain = [0, 100], marks, subscales } = props;
  const id = useId();
  const points = [...props.points].sort((a, b) => a.day.localeCompare(b.day));
  const directionWords = direction === "lower-is-better" ? "Lower is better." : "Higher is better.";
  const note = `${directionWords} Scores go from ${domain[0]} to ${domain[1]}.`;
  const description = `${note} ${inWords(points, subscales)}`;
  const plot = { title, description, domain, direction, points, subscales, marks };
  return (
    <ChartFigure
      title={title}
      note={note}
      narrow={<ScorePlot {...plot} id={`${id}n`} frame={NARROW} />}
      wide={<ScorePlot {...plot} id={`${id}w`} frame={WIDE} />}
      table={
        <NumbersTable
          caption={`${title}. ${directionWords}`}
          head={["Day", ...subscales.map((subscale) => subscale.title), "Plan"]}
          rows={tableRows(points, subscales, marks)}
        />
      }
    />
  );
}

function inWords(points: ScoreChartProps["points"], subscales: ScoreChartProps["subscales"]) {
  if (points.length === 0) return "No answers yet.";
  const parts = subscales.map(({ id, title }) => {
    const known = points.flatMap((point) => {
      const score = point.scores[id];
      return score === null || score === undefined ? [] : [{ day: point.day, score }];
    });
    const first = known[0];
    const last = known[known.length - 1];
    if (!first || !last) return `${title}: not answered.`;
    if (first === last) return `${title}: ${round(first.score)} on ${shortDay(first.day)}.`;
    return `${title}: ${round(first.score)} on ${shortDay(first.day)}, ${round(last.score)} on ${shortDay(last.day)}.`;
  });
  return parts.join(" ");
}

function tableRows(
  points: ScoreChartProps["points"],
  subscales: ScoreChartProps["subscales"],
  marks: ScoreChartProps["marks"],
) {
  const days = [...new Set([...points.map((point) => point.day), ...marks.map((mark) => mark.day)])].sort();
  return days.map((day) => {
    const point = points.find((candidate) => candidate.day === day);
    const labels = marks.filter((mark) => mark.day === day).map((mark) => mark.label);
    return [longDay(day), ...subscales.map(({ id }) => scoreWords(point, id)), labels.join(", ")];
  });
}

function scoreWords(point: ScoreChartProps["points"][number] | undefined, id: string) {
  if (!point) return "";
  const score = point.scores[id];
  return score === null || score === undefined ? "Not answered" : String(round(score));
}

function round(score: number) {
  return Math.round(score * 10) / 10;
}
