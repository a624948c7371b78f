import { useId } from "react";
import { BandKey, bandSpan, Hatching } from "@/components/charts/change-bands";
import type { ChangeBand } from "@/lib/questionnaires/result";
import type { Direction } from "@/lib/questionnaires/vocabulary";

export type ScoreScaleProps = {
  now: number;
  first: number | null;
  least: number;
  most: number;
  direction: Direction;
  /** Drawn about the first score; without one they are left out. */
  bands?: readonly ChangeBand[];
};

const WIDTH = 320;
const EDGE = 12;
const LINE = 28;

/** Where a score lies between its ends, where it was, and how large a change means something. The words beside it say the same. */
export function ScoreScale({ now, first, least, most, direction, bands = [] }: ScoreScaleProps) {
  const id = useId();
  const ends = { least, most };
  const at = (score: number) => EDGE + ((score - least) / (most - least)) * (WIDTH - 2 * EDGE);
  const [low, high] = direction === "lower-is-better" ? ["best", "worst"] : ["worst", "best"];
  const isMoved = first !== null && Math.abs(now - first) >= (most - least) / 200;
  const drawn =
    first === null ? [] : bands.map((band) => ({ kind: band.kind, span: bandSpan(band, first, direction, ends) }));
  return (
    <div className="max-w-lg">
      <svg viewBox={`0 0 ${WIDTH} 44`} aria-hidden="true" className="w-full overflow-visible">
        {drawn.map(({ kind, span: [from, to] }) =>
          kind === "mdc" ? (
            <g key={kind}>
              <Hatching id={`${id}-hatch`} />
              <rect x={at(from)} y={LINE - 10} width={at(to) - at(from)} height="20" fill={`url(#${id}-hatch)`} />
            </g>
          ) : (
            <path key={kind} d={`M${at(from)} 13V6H${at(to)}V13`} fill="none" className="stroke-ink" strokeWidth="2" />
          ),
        )}
        <path
          d={`M${at(least)} ${LINE}H${at(most)}`}
          className="stroke-rule-strong"
          strokeWidth="2"
          strokeLinecap="round"
        />
        {ticksOf(ends).map((tick) => (
          <path key={tick} d={`M${at(tick)} ${LINE - 5}v10`} className="stroke-rule-strong" strokeWidth="1.5" />
        ))}
        {first !== null && isMoved ? (
          <>
            <path d={`M${at(first)} ${LINE}H${at(now)}`} className="stroke-teal" strokeWidth="4" />
            <circle cx={at(first)} cy={LINE} r="7" className="fill-raised stroke-teal" strokeWidth="2.5" />
          </>
        ) : null}
        <circle cx={at(now)} cy={LINE} r="9" className="fill-teal" />
      </svg>
      <div aria-hidden="true" className="numeric flex justify-between gap-4 text-ink-soft text-sm">
        <span>
          {least}, {low}
        </span>
        {isMoved ? (
          <span className="flex flex-wrap items-center justify-center gap-x-4">
            <Key className="fill-raised stroke-teal" label="first" />
            <Key className="fill-teal stroke-teal" label="now" />
          </span>
        ) : null}
        <span>
          {most}, {high}
        </span>
      </div>
      {first === null ? null : <BandKey id={id} bands={bands} mark="bracket" />}
    </div>
  );
}

/** A short row has a tick for each of its numbers, a long one for each quarter. */
function ticksOf({ least, most }: { least: number; most: number }): number[] {
  const steps = most - least <= 10 ? most - least : 4;
  return Array.from({ length: steps + 1 }, (_, step) => least + (step * (most - least)) / steps);
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5">
        <circle cx="7" cy="7" r="5" className={className} strokeWidth="2.2" />
      </svg>
      {label}
    </span>
  );
}
