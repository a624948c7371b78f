import type { Direction } from "@/lib/questionnaires/vocabulary";

export type ScoreScaleProps = { now: number; first: number | null; direction: Direction };

const WIDTH = 320;
const EDGE = 12;
const at = (score: number) => EDGE + (score / 100) * (WIDTH - 2 * EDGE);

/** Where a score lies from 0 to 100, and where it was. The words beside it say the same. */
export function ScoreScale({ now, first, direction }: ScoreScaleProps) {
  const [low, high] = direction === "lower-is-better" ? ["best", "worst"] : ["worst", "best"];
  const isMoved = first !== null && Math.abs(now - first) >= 0.5;
  return (
    <div className="max-w-lg">
      <svg viewBox={`0 0 ${WIDTH} 40`} aria-hidden="true" className="w-full overflow-visible">
        <path d={`M${at(0)} 22H${at(100)}`} className="stroke-rule-strong" strokeWidth="2" strokeLinecap="round" />
        {[0, 25, 50, 75, 100].map((tick) => (
          <path key={tick} d={`M${at(tick)} 17v10`} className="stroke-rule-strong" strokeWidth="1.5" />
        ))}
        {first !== null && isMoved ? (
          <>
            <path d={`M${at(first)} 22H${at(now)}`} className="stroke-teal" strokeWidth="4" />
            <circle cx={at(first)} cy="22" r="7" className="fill-raised stroke-teal" strokeWidth="2.5" />
          </>
        ) : null}
        <circle cx={at(now)} cy="22" r="9" className="fill-teal" />
      </svg>
      <div aria-hidden="true" className="numeric flex justify-between gap-4 text-ink-soft text-sm">
        <span>0, {low}</span>
        {isMoved ? (
          <span className="flex flex-wrap items-center justify-center gap-x-4">
            <Key className="fill-raised stroke-teal" label="first" />
            <Key className="fill-teal stroke-teal" label="now" />
          </span>
        ) : null}
        <span>100, {high}</span>
      </div>
    </div>
  );
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
