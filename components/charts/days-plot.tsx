import { longDay, shortDay } from "./calendar-day";
import { ChartSvg } from "./chart-parts";
import { DAY_STATE_WORDS, DayMark } from "./day-marks";
import type { PracticeDay, Week } from "./days-strip";

const LETTERS = ["M", "T", "W", "T", "F", "S", "S"];
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type Plot = { id: string; title: string; description: string; weeks: readonly Week[] };

/** One week a line, as in a calendar on the wall: for a phone. */
export function DaysDown({ id, title, description, weeks }: Plot) {
  const step = { x: 38, y: 36 };
  const start = 54;
  const frame = { width: 320, height: 24 + weeks.length * step.y };
  return (
    <ChartSvg id={id} frame={frame} title={title} description={description}>
      {LETTERS.map((letter, index) => (
        <text
          key={WEEKDAYS[index]}
          x={start + 19 + index * step.x}
          y="13"
          textAnchor="middle"
          className="fill-ink-soft"
        >
          {letter}
        </text>
      ))}
      {weeks.map((week, row) => (
        <g key={week.startsOn}>
          <text x="0" y={24 + row * step.y + step.y / 2} dy="0.34em" className="numeric fill-ink-soft">
            {shortDay(week.startsOn)}
          </text>
          {week.days.map((day, index) => (
            <Cell
              key={WEEKDAYS[index]}
              day={day}
              x={start + 19 + index * step.x}
              y={24 + row * step.y + step.y / 2}
              scale={1}
            />
          ))}
        </g>
      ))}
    </ChartSvg>
  );
}

/** One week a column: for a wide place. */
export function DaysAcross({ id, title, description, weeks }: Plot) {
  const start = 44;
  const width = 720;
  const step = Math.min(44, (width - start) / Math.max(1, weeks.length));
  const rowStep = Math.min(33, step);
  const named = Math.ceil(52 / step);
  const frame = { width, height: 24 + 7 * rowStep };
  return (
    <ChartSvg id={id} frame={frame} title={title} description={description}>
      {WEEKDAYS.map((weekday, index) => (
        <text key={weekday} x="0" y={24 + index * rowStep + rowStep / 2} dy="0.34em" className="fill-ink-soft">
          {weekday}
        </text>
      ))}
      {weeks.map((week, column) => (
        <g key={week.startsOn}>
          {column % named === 0 ? (
            <text x={start + (column + 0.5) * step} y="13" textAnchor="middle" className="fill-ink-soft">
              {shortDay(week.startsOn)}
            </text>
          ) : null}
          {week.days.map((day, index) => (
            <Cell
              key={WEEKDAYS[index]}
              day={day}
              x={start + (column + 0.5) * step}
              y={24 + (index + 0.5) * rowStep}
              scale={Math.min(1, rowStep / 31)}
            />
          ))}
        </g>
      ))}
    </ChartSvg>
  );
}

function Cell({ day, x, y, scale }: { day: PracticeDay | null; x: number; y: number; scale: number }) {
  if (!day) return null;
  const amount = day.prescribed > 0 && day.state !== "ahead" ? `, ${day.done} of ${day.prescribed}` : "";
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <title>{`${longDay(day.day)}: ${DAY_STATE_WORDS[day.state]}${amount}`}</title>
      <DayMark state={day.state} />
    </g>
  );
}
