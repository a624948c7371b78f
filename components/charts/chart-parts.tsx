import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import type { Frame, PlacedMark } from "./time-axis";

export const TEXT_SIZE = 13;
export const MARK_ROW = 18;

/** The drawing twice, for a narrow and a wide place, so that its words keep their size; the numbers behind it. */
export function ChartFigure(props: {
  title: string;
  note?: ReactNode;
  narrow: ReactNode;
  wide: ReactNode;
  legend?: ReactNode;
  table: ReactNode;
}) {
  return (
    <figure className="@container">
      <figcaption className="mb-2">
        <span className="block font-semibold text-lg">{props.title}</span>
        {props.note ? <span className="block text-ink-soft text-sm">{props.note}</span> : null}
      </figcaption>
      <div className="@xl:hidden">{props.narrow}</div>
      <div className="hidden @xl:block">{props.wide}</div>
      {props.legend}
      <Disclosure summary="Show the numbers" className="no-print mt-1 text-sm">
        {props.table}
      </Disclosure>
    </figure>
  );
}

/** One picture with a name and a description that a screen reader speaks in its place. */
export function ChartSvg(props: {
  id: string;
  frame: { width: number; height: number };
  title: string;
  description: string;
  children: ReactNode;
}) {
  const { id, frame, title, description, children } = props;
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      className="h-auto w-full overflow-visible"
      fontSize={TEXT_SIZE}
      direction="ltr"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

export function ValueAxis(props: { frame: Frame; ticks: readonly number[]; y: (value: number) => number }) {
  const { frame, ticks, y } = props;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.start} ${y(tick)}H${frame.width - frame.end}`} className="stroke-rule" strokeWidth="1" />
          <text x={frame.start - 7} y={y(tick)} dy="0.34em" textAnchor="end" className="numeric fill-ink-soft">
            {tick}
          </text>
        </g>
      ))}
    </g>
  );
}

export function DayAxis({ frame, ticks }: { frame: Frame; ticks: readonly { x: number; text: string }[] }) {
  const base = frame.height - frame.bottom;
  return (
    <g>
      <path d={`M${frame.start} ${base}H${frame.width - frame.end}`} className="stroke-rule-strong" strokeWidth="1.2" />
      {ticks.map((tick) => (
        <g key={tick.x}>
          <path d={`M${tick.x} ${base}v5`} className="stroke-rule-strong" strokeWidth="1.2" />
          <text x={tick.x} y={base + 19} textAnchor="middle" className="fill-ink-soft">
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Where the plan changed: a thread let down through the plot, its label at the top. */
export function PlanMarks({ frame, marks }: { frame: Frame; marks: readonly PlacedMark[] }) {
  const base = frame.height - frame.bottom;
  return (
    <g>
      {marks.map((mark) => {
        const top = 6 + mark.row * MARK_ROW;
        return (
          <g key={`${mark.day} ${mark.label}`}>
            <path d={`M${mark.x} ${top}V${base}`} className="stroke-ink-soft" strokeWidth="1" strokeDasharray="2 3" />
            <path d={`M${mark.x} ${top - 5}l5 5-5 5-5-5z`} className="fill-ink-soft" />
            <text
              x={mark.anchor === "start" ? mark.x + 8 : mark.x - 8}
              y={top}
              dy="0.34em"
              textAnchor={mark.anchor}
              className="fill-ink"
            >
              {mark.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
