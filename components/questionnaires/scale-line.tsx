import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { Scale } from "@/lib/questionnaires/instrument-schema";
import { LineNumber } from "./line-number";

export type NumberEnds = Omit<Extract<Scale, { kind: "vas" }>, "kind">;

export type ScaleLineProps = {
  scale: NumberEnds;
  value: number | null | undefined;
  /** Id of the words of the question. */
  labelledBy: string;
  onChoose: (value: number) => void;
};

/**
 * A place on a line, in steps of 1. The mark is not there until a place is chosen; then it can be dragged, or moved by the arrow keys, by
 * Page Up and Page Down in steps of 10, and by Home and End. The number can be typed as well.
 */
export function ScaleLine({ scale, value, labelledBy, onChoose }: ScaleLineProps) {
  const { least, most, lowLabel, highLabel } = scale;
  const endsId = useId();
  const range = useRef<HTMLInputElement>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? value ?? null;

  function choose(place: number) {
    setMoving(null);
    if (place !== value) onChoose(place);
  }

  // React hears every step of a drag; the browser's own event comes once, when the mark is let go.
  const onLetGo = useEffectEvent((place: number) => choose(place));
  useEffect(() => {
    const input = range.current;
    if (!input) return;
    const letGo = () => onLetGo(input.valueAsNumber);
    input.addEventListener("change", letGo);
    return () => input.removeEventListener("change", letGo);
  }, []);

  return (
    <div>
      <div className="border-rule-strong border-x-2 px-1">
        <input
          ref={range}
          type="range"
          min={least}
          max={most}
          step={1}
          value={shown ?? Math.round((least + most) / 2)}
          onChange={(event) => setMoving(event.target.valueAsNumber)}
          onKeyDown={(event) => {
            const place = placeByKey(event.key, { least, most, from: shown });
            if (place === null) return;
            event.preventDefault();
            choose(place);
          }}
          // A tap on the very place where the unseen mark rests changes nothing, and is an answer all the same. Touch gives no click here.
          onPointerUp={(event) => {
            if (shown === null) choose(event.currentTarget.valueAsNumber);
          }}
          aria-labelledby={labelledBy}
          aria-describedby={endsId}
          aria-valuetext={shown === null ? "No place chosen yet" : `${shown} of ${most}`}
          className={`line ${shown === null ? "line-empty" : ""}`}
        />
      </div>
      <div id={endsId} className="mt-2 flex justify-between gap-6 leading-snug">
        <span className="max-w-[45%]">
          <span className="numeric font-semibold">{least}</span> {lowLabel}
        </span>
        <span className="max-w-[45%] text-end">
          <span className="numeric font-semibold">{most}</span> {highLabel}
        </span>
      </div>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p className="text-lg">
          {shown === null ? (
            <span className="text-ink-soft">Choose a place on the line.</span>
          ) : (
            <>
              <strong className="numeric text-2xl">{shown}</strong> of {most}
            </>
          )}
        </p>
        <LineNumber least={least} most={most} value={shown} onChoose={choose} />
      </div>
    </div>
  );
}

/** Where Page Up, Page Down, Home and End lead; browsers differ in how far. Null for any other key, which is the browser's. */
function placeByKey(key: string, line: { least: number; most: number; from: number | null }): number | null {
  const { least, most } = line;
  const from = line.from ?? Math.round((least + most) / 2);
  if (key === "Home") return least;
  if (key === "End") return most;
  if (key === "PageUp") return Math.min(most, from + 10);
  if (key === "PageDown") return Math.max(least, from - 10);
  return null;
}
