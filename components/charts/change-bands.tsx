import type { ShownScore } from "@/lib/questionnaires/interpretation";
import type { ChangeBand } from "@/lib/questionnaires/result";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import type { Frame } from "./time-axis";

type Ends = Pick<ShownScore, "least" | "most">;

/** Where a band about the first score lies on a scale, cut at its ends. The least that matters runs to the better side alone. */
export function bandSpan(
  { kind, points }: ChangeBand,
  first: number,
  direction: Direction,
  { least, most }: Ends,
): [from: number, to: number] {
  const clamp = (value: number) => Math.min(most, Math.max(least, value));
  if (kind === "mdc") return [clamp(first - points), clamp(first + points)];
  const better = direction === "lower-is-better" ? first - points : first + points;
  return [clamp(first), clamp(better)];
}

/** Stripes for a band of measurement error, so that it does not depend on a colour. */
export function Hatching({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V6" className="stroke-ink-soft" strokeWidth="1.6" strokeOpacity="0.55" />
    </pattern>
  );
}

export type BandMarkProps = {
  id: string;
  kind: ChangeBand["kind"];
  span: readonly [from: number, to: number];
  frame: Frame;
  y: (value: number) => number;
};

/** Across a plot: measurement error as a striped strip, the least that matters as a dashed line on its better side. */
export function BandMark({ id, kind, span: [from, to], frame, y }: BandMarkProps) {
  const end = frame.width - frame.end;
  if (kind === "mic") {
    return (
      <path d={`M${frame.start} ${y(to)}H${end}`} className="stroke-ink" strokeWidth="1.4" strokeDasharray="7 4" />
    );
  }
  return (
    <g>
      <Hatching id={`${id}-hatch`} />
      <rect x={frame.start} y={y(to)} width={end - frame.start} height={y(from) - y(to)} fill={`url(#${id}-hatch)`} />
    </g>
  );
}

export type BandKeyProps = { id: string; bands: readonly ChangeBand[]; mark: "bracket" | "line" };

/** What the bands of a picture mean, in words. */
export function BandKey({ id, bands, mark }: BandKeyProps) {
  if (bands.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1 text-ink-soft text-sm">
      {bands.map(({ kind, points }) => (
        <li key={kind} className="flex items-start gap-2">
          <svg viewBox="0 0 28 16" aria-hidden="true" className="mt-1 h-4 w-7 flex-none">
            {kind === "mdc" ? (
              <>
                <Hatching id={`${id}-key`} />
                <rect
                  x="1"
                  y="1"
                  width="26"
                  height="14"
                  fill={`url(#${id}-key)`}
                  className="stroke-rule-strong"
                  strokeWidth="1"
                />
              </>
            ) : (
              <path
                d={mark === "bracket" ? "M2 13V4H26V13" : "M1 8H27"}
                fill="none"
                className="stroke-ink"
                strokeWidth="2"
                strokeDasharray={mark === "line" ? "7 4" : undefined}
              />
            )}
          </svg>
          <span>{WORDS[kind](Number(points.toFixed(2)), mark)}</span>
        </li>
      ))}
    </ul>
  );
}

const WORDS: Record<ChangeBand["kind"], (points: number, mark: BandKeyProps["mark"]) => string> = {
  mdc: (points) => `Striped: measurement error. A change of less than ${points} from the first score can be chance.`,
  mic: (points, mark) =>
    `${mark === "bracket" ? "Bracket" : "Dashed line"}: the least change for the better that people usually notice, ${points}.`,
};
