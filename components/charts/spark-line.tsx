import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

export type SparkLineProps = {
  values: readonly (number | null)[];
  /** What it shows, in words: "Pain 3 to 6 over four weeks". */
  label: string;
  domain?: [number, number];
  tone?: "teal" | "coral";
  className?: string;
};

const TONE = {
  teal: { stroke: "stroke-data-1", fill: "fill-data-1" },
  coral: { stroke: "stroke-data-2", fill: "fill-data-2" },
};

/** A line the size of a word, with gaps where nothing was answered and a dot at its newest value. */
export function SparkLine({ values, label, domain = [0, 10], tone = "coral", className }: SparkLineProps) {
  const look = TONE[tone];
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([4, 92]);
  const y = scaleLinear().domain(domain).range([27, 4]).clamp(true);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))([...values]);
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const alone = known.filter(
    ({ index }) => (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null,
  );
  const last = known[known.length - 1];
  return (
    <svg viewBox="0 0 96 32" role="img" aria-label={label} className={`h-8 w-24 flex-none ${className ?? ""}`}>
      <path d="M2 30.5h92" className="stroke-rule" strokeWidth="1" />
      <path
        d={path ?? ""}
        fill="none"
        className={look.stroke}
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {alone.map(({ index, value }) => (
        <circle key={index} cx={x(index)} cy={y(value)} r="1.6" className={look.fill} />
      ))}
      {last ? <circle cx={x(last.index)} cy={y(last.value)} r="3.4" className={look.fill} /> : null}
    </svg>
  );
}
