import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { addDays, DAY_MS, dayMs } from "./calendar-day";
import { ChartSvg, DayAxis, MARK_ROW, PlanMarks, TEXT_SIZE, ValueAxis } from "./chart-parts";
import { type PainWeek, painWords } from "./pain-week";
import { dayScale, dayTicks, type Frame, type PlanMark, placeMarks } from "./time-axis";

export type PainPlotProps = {
  id: string;
  title: string;
  description: string;
  frame: Frame;
  weeks: readonly PainWeek[];
  marks: readonly PlanMark[];
};

const MIDWEEK_MS = 3.5 * DAY_MS;

export function PainPlot({ id, title, description, frame: outer, weeks, marks }: PainPlotProps) {
  const ends = weeks.flatMap((week) => [week.startsOn, addDays(week.startsOn, 7)]);
  const x = dayScale([...ends, ...marks.map((mark) => mark.day)], outer, 0);
  const placed = placeMarks(marks, x, outer, TEXT_SIZE);
  const lift = Math.max(0, ...placed.map((mark) => mark.row + 1)) * MARK_ROW;
  const frame = { ...outer, top: outer.top + lift, height: outer.height + lift };
  const base = frame.height - frame.bottom;
  const y = scaleLinear().domain([0, 10]).range([base, frame.top]);
  const middle = (week: PainWeek) => x(dayMs(week.startsOn) + MIDWEEK_MS);

  const path = line<PainWeek>()
    .defined((week) => week.mean !== null)
    .x(middle)
    .y((week) => y(week.mean ?? 0))([...weeks]);
  const dots = weeks.flatMap((week) =>
    week.mean === null ? [] : [{ key: week.startsOn, x: middle(week), mean: week.mean }],
  );
  const gaps = weeks.filter((week) => week.mean === null);

  return (
    <ChartSvg id={id} frame={frame} title={title} description={description}>
      <pattern id={`${id}-hatch`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" className="fill-sunken" />
        <path d="M0 0v8" className="stroke-rule-strong" strokeWidth="1" />
      </pattern>
      {gaps.map((week) => {
        const from = x(dayMs(week.startsOn));
        const to = x(dayMs(addDays(week.startsOn, 7)));
        return (
          <rect
            key={week.startsOn}
            x={from}
            y={frame.top}
            width={Math.max(0, to - from)}
            height={base - frame.top}
            fill={`url(#${id}-hatch)`}
          />
        );
      })}
      <ValueAxis frame={frame} ticks={[0, 2, 4, 6, 8, 10]} y={y} />
      <DayAxis frame={frame} ticks={dayTicks(x, 62)} />
      <PlanMarks frame={frame} marks={placed} />
      <path d={path ?? ""} fill="none" className="stroke-data-2" strokeWidth="2.4" strokeLinejoin="round" />
      {dots.map((dot, index) => (
        <g key={dot.key}>
          <circle cx={dot.x} cy={y(dot.mean)} r="5" className="fill-data-2 stroke-raised" strokeWidth="1.5" />
          {index === 0 || index === dots.length - 1 ? (
            <text
              x={dot.x}
              y={y(dot.mean) + (dot.mean > 8.4 ? 20 : -11)}
              textAnchor="middle"
              className="numeric fill-ink stroke-raised"
              strokeWidth="4"
              paintOrder="stroke"
              fontWeight="650"
            >
              {painWords(dot.mean)}
            </text>
          ) : null}
        </g>
      ))}
    </ChartSvg>
  );
}
