import { scaleLinear } from "d3-scale";
import { line, symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolStar, symbolTriangle } from "d3-shape";
import { displayScore } from "@/lib/questionnaires/interpretation";
import { dayMs } from "./calendar-day";
import { BandMark, bandSpan } from "./change-bands";
import { ChartSvg, DayAxis, MARK_ROW, PlanMarks, TEXT_SIZE, ValueAxis } from "./chart-parts";
import { type EndLabel, LINE_HEIGHT, spreadLabels, wrapWords } from "./end-labels";
import type { ScoreChartProps } from "./score-chart";
import { dayScale, dayTicks, type Frame, placeMarks } from "./time-axis";
import { valueTicks } from "./value-axis";

const SERIES = [
  { stroke: "stroke-data-1", fill: "fill-data-1", mark: symbolCircle, size: 70, dash: undefined },
  { stroke: "stroke-data-2", fill: "fill-data-2", mark: symbolSquare, size: 66, dash: "7 4" },
  { stroke: "stroke-data-3", fill: "fill-data-3", mark: symbolTriangle, size: 64, dash: "2 3.5" },
  { stroke: "stroke-ink-soft", fill: "fill-ink-soft", mark: symbolDiamond2, size: 70, dash: "9 3 2 3" },
  { stroke: "stroke-ink", fill: "fill-ink", mark: symbolStar, size: 80, dash: "14 4" },
] as const;

export type ScorePlotProps = Required<Omit<ScoreChartProps, "ends">> & {
  id: string;
  description: string;
  frame: Frame;
};

export function ScorePlot({ id, title, description, frame: outer, ...data }: ScorePlotProps) {
  const { domain, points, subscales, marks, bands, direction } = data;
  const ends = { least: domain[0], most: domain[1] };
  const x = dayScale(
    [...points, ...marks].map((item) => item.day),
    outer,
  );
  const placed = placeMarks(marks, x, outer, TEXT_SIZE);
  const markRows = Math.max(0, ...placed.map((mark) => mark.row + 1));
  const lift = markRows * MARK_ROW;
  const frame = { ...outer, top: outer.top + lift, height: outer.height + lift };
  const base = frame.height - frame.bottom;
  const y = scaleLinear().domain(domain).range([base, frame.top]);

  const series = subscales.map((subscale, index) => {
    const look = SERIES[index % SERIES.length] ?? SERIES[0];
    const dots = points.map((point, order) => ({
      key: `${point.day} ${order}`,
      day: point.day,
      score: point.scores[subscale.id] ?? null,
    }));
    const known = dots.flatMap((dot) =>
      dot.score === null ? [] : [{ ...dot, x: x(dayMs(dot.day)), y: y(dot.score), score: dot.score }],
    );
    const path = line<(typeof dots)[number]>()
      .defined((dot) => dot.score !== null)
      .x((dot) => x(dayMs(dot.day)))
      .y((dot) => y(dot.score ?? 0))(dots);
    return { ...subscale, look, known, path };
  });

  const first = series[0]?.known[0];
  const labels = series.flatMap(({ id: key, title: name, known }): EndLabel[] => {
    const last = known[known.length - 1];
    if (!last) return [];
    const lines = wrapWords(`${name} ${displayScore(last.score, ends)}`, frame.end - 20, TEXT_SIZE);
    return [{ key, y: last.y, lines }];
  });

  return (
    <ChartSvg id={id} frame={frame} title={title} description={description}>
      <ValueAxis frame={frame} ticks={valueTicks(domain)} y={y} />
      {first === undefined
        ? null
        : bands.map((band) => (
            <BandMark
              key={band.kind}
              id={id}
              kind={band.kind}
              span={bandSpan(band, first.score, direction, ends)}
              {...{ frame, y }}
            />
          ))}
      <DayAxis frame={frame} ticks={dayTicks(x, 62)} />
      <PlanMarks frame={frame} marks={placed} />
      {series.map(({ id: key, look, known, path }) => (
        <g key={key}>
          <path
            d={path ?? ""}
            fill="none"
            className={look.stroke}
            strokeWidth="2.2"
            strokeDasharray={look.dash}
            strokeLinejoin="round"
          />
          {known.map((dot) => (
            <path
              key={dot.key}
              d={symbol(look.mark, look.size)() ?? ""}
              transform={`translate(${dot.x} ${dot.y})`}
              className={`${look.fill} stroke-raised`}
              strokeWidth="1.5"
            />
          ))}
        </g>
      ))}
      {spreadLabels(labels, frame.top - 6, base + 6).map((label) => {
        const own = series.find((item) => item.id === label.key);
        return own ? <Label key={label.key} label={label} look={own.look} x={frame.width - frame.end + 20} /> : null;
      })}
      {points.length === 0 ? (
        <text
          x={(frame.start + frame.width - frame.end) / 2}
          y={(frame.top + base) / 2}
          textAnchor="middle"
          className="fill-ink-soft"
        >
          No answers yet
        </text>
      ) : null}
    </ChartSvg>
  );
}

function Label({ label, look, x }: { label: EndLabel; look: (typeof SERIES)[number]; x: number }) {
  const first = label.y - ((label.lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <g>
      <path d={symbol(look.mark, look.size)() ?? ""} transform={`translate(${x - 7} ${first})`} className={look.fill} />
      <text x={x + 3} className="fill-ink" fontWeight="600">
        {label.lines.map((text, index) => (
          <tspan key={text} x={x + 3} y={first + index * LINE_HEIGHT} dy="0.34em">
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
