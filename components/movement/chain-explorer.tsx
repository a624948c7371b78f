"use client";

import { useId, useState } from "react";
import type { ChainPicture, ChainView } from "@/lib/movement/chain";
import { CHAIN_PART_NAMES, CHAIN_PARTS, CHAIN_TITLES, CHAIN_WORDS } from "@/lib/movement/chain-words";

/** A figure from two sides whose knee the reader moves; what follows is drawn, numbered and said. */
export function ChainExplorer({ view }: { view: ChainView }) {
  const [step, setStep] = useState(view.start);
  const id = useId();
  const { slider, low, high } = CHAIN_TITLES[view.kind];
  const words = CHAIN_WORDS[view.kind][view.bands[step] ?? "none"];
  if (!words) return null;
  return (
    <figure className="mt-4 grid gap-4 rounded-xl border border-rule bg-raised p-4 sm:p-6">
      <div className="flex items-end justify-center gap-4 sm:gap-12" aria-hidden="true">
        <Picture picture={view.front} step={step} label="From the front" />
        <Picture picture={view.side} step={step} label="From the side" />
      </div>
      <div>
        <label htmlFor={id} className="font-semibold">
          {slider}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={view.steps - 1}
          step={1}
          value={step}
          onChange={(event) => setStep(Number(event.target.value))}
          aria-valuetext={words.knee}
          aria-describedby={`${id}-note`}
          className="chain-slider mt-1 block w-full"
        />
        <div className="flex justify-between text-ink-soft" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </div>
      </div>
      <p className="font-semibold text-lg" aria-live="polite">
        {words.knee}
      </p>
      <ol className="grid gap-3">
        {CHAIN_PARTS.map((part, index) => (
          <li key={part} className="grid grid-cols-[2rem_1fr] gap-x-2">
            <span className="mt-0.5 grid size-7 place-items-center rounded-full border-2 border-teal bg-raised font-semibold text-teal-ink">
              {index + 1}
            </span>
            <span>
              <span className="font-semibold">{CHAIN_PART_NAMES[part]}. </span>
              {words[part]}
            </span>
          </li>
        ))}
      </ol>
      <figcaption id={`${id}-note`} className="border-rule border-t pt-3 text-ink-soft">
        An illustration of the links this article talks about, drawn larger than life. It is not a measurement, and
        bodies differ.
      </figcaption>
    </figure>
  );
}

function Picture({ picture, step, label }: { picture: ChainPicture; step: number; label: string }) {
  const { width, height, skin, shapes, marks, plumb } = picture;
  return (
    <div className="grid min-w-0 justify-items-center gap-1">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={`figure figure-body-${skin} h-72 w-auto max-w-full overflow-visible sm:h-96`}
        aria-hidden="true"
        focusable="false"
      >
        <path className="tone-plumb" d={`M${plumb} 0V${height}`} strokeWidth={2} strokeDasharray="2 7" />
        {shapes.map((shape) => (
          <path
            key={shape.id}
            className={`tone-${shape.tone}`}
            d={shape.frames?.[step] ?? shape.d}
            strokeWidth={shape.line}
          />
        ))}
        {marks.map(({ part, at }, index) => (
          <Mark key={part} number={index + 1} at={at[step]} />
        ))}
      </svg>
      <span className="text-base text-ink-soft">{label}</span>
    </div>
  );
}

function Mark({ number, at }: { number: number; at: { x: number; y: number } | undefined }) {
  if (!at) return null;
  return (
    <g className="figure-mark">
      <circle cx={at.x} cy={at.y} r={13} />
      <text x={at.x} y={at.y} textAnchor="middle" dominantBaseline="central">
        {number}
      </text>
    </g>
  );
}
