import { useId } from "react";
import { displayScore } from "@/lib/questionnaires/interpretation";
import type { ChangeBand } from "@/lib/questionnaires/result";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import { longDay, shortDay } from "./calendar-day";
import { BandKey } from "./change-bands";
import { ChartFigure } from "./chart-parts";
import { NumbersTable } from "./numbers-table";
import { ScorePlot } from "./score-plot";
import type { Frame, PlanMark } from "./time-axis";

export type ScoreChartProps = {
  title: string;
  direction: Direction;
  /** The lowest and highest score there can be. */
  domain?: [number, number];
  /** What the two ends mean, in a sentence. */
  ends?: string;
  /** Sizes of change that mean something, drawn about the first score of a single part. */
  bands?: readonly ChangeBand[];
  points: readonly { day: string; scores: Readonly<Record<string, number | null>> }[];
  subscales: readonly { id: string; title: string }[];
  marks: readonly PlanMark[];
};

const NARROW: Frame = { width: 320, height: 260, top: 14, end: 90, bottom: 28, start: 30 };
const WIDE: Frame = { width: 720, height: 320, top: 14, end: 156, bottom: 30, start: 36 };

/** Scores over time, one line for each part of a questionnaire; a part that was not answered leaves a gap. */
export function ScoreChart(props: ScoreChartProps) {
  const { title, direction, domain = [0, 100], marks, subscales } = props;
  const [least, most] = domain;
  const [low, high] = direction === "lower-is-better" ? ["best", "worst"] : ["worst", "best"];
  const ends = props.ends ?? `${least} is ${low}, ${most} is ${high}.`;
  const id = useId();
  const points = [...props.points].sort((a, b) => a.day.localeCompare(b.day));
  const directionWords = direction === "lower-is-better" ? "Lower is better." : "Higher is better.";
  const note = `${directionWords} ${ends}`;
  const description = `${note} ${inWords(points, subscales, domain)}`;
  const isCompared = points.filter(({ scores }) => subscales.some((part) => isScore(scores[part.id]))).length > 1;
  const bands = subscales.length === 1 && isCompared ? (props.bands ?? []) : [];
  const plot = { title, description, domain, direction, points, subscales, marks, bands };
  return (
    <ChartFigure
      title={title}
      note={note}
      narrow={<ScorePlot {...plot} id={`${id}n`} frame={NARROW} />}
      wide={<ScorePlot {...plot} id={`${id}w`} frame={WIDE} />}
      legend={<BandKey id={id} bands={bands} mark="line" />}
      table={
        <NumbersTable
          caption={`${title}. ${directionWords}`}
          head={["Day", ...subscales.map((subscale) => subscale.title), "Plan"]}
          rows={tableRows(points, { subscales, marks, domain })}
        />
      }
    />
  );
}

type Domain = readonly [least: number, most: number];

function isScore(score: number | null | undefined): score is number {
  return score !== null && score !== undefined;
}

function shown(score: number, [least, most]: Domain): number {
  return displayScore(score, { least, most });
}

function inWords(points: ScoreChartProps["points"], subscales: ScoreChartProps["subscales"], domain: Domain) {
  if (points.length === 0) return "No answers yet.";
  const parts = subscales.map(({ id, title }) => {
    const known = points.flatMap(({ day, scores: { [id]: score } }) =>
      isScore(score) ? [{ day: shortDay(day), score: shown(score, domain) }] : [],
    );
    const first = known[0];
    const last = known[known.length - 1];
    if (!first || !last) return `${title}: no score.`;
    if (first === last) return `${title}: ${first.score} on ${first.day}.`;
    return `${title}: ${first.score} on ${first.day}, ${last.score} on ${last.day}.`;
  });
  return parts.join(" ");
}

type TableOf = { domain: Domain } & Pick<ScoreChartProps, "subscales" | "marks">;

function tableRows(points: ScoreChartProps["points"], { subscales, marks, domain }: TableOf) {
  const days = [...new Set([...points.map((point) => point.day), ...marks.map((mark) => mark.day)])].sort();
  return days.map((day) => {
    const scores = points.filter((candidate) => candidate.day === day).map((point) => point.scores);
    const labels = marks.filter((mark) => mark.day === day).map((mark) => mark.label);
    const cells = subscales.map(({ id }) => scores.map(({ [id]: score }) => scoreWords(score, domain)).join(", then "));
    return [longDay(day), ...cells, labels.join(", ")];
  });
}

function scoreWords(score: number | null | undefined, domain: Domain) {
  return isScore(score) ? String(shown(score, domain)) : "No score";
}
