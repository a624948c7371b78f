import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** How much has gone, 0 to 1. */
  gone: number;
  /** The same at this very moment, for a ring that flows; without it the ring moves when it is drawn anew. */
  goneNow?: () => number;
  label: string;
  children: ReactNode;
};

const RADIUS = 54;

/** A ring that fills, with what it counts in its middle. */
export function PlayerRing({ gone, goneNow, label, children }: Props) {
  const arc = useRef<SVGCircleElement>(null);

  useEffect(() => {
    if (!goneNow || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let frame = 0;
    const draw = () => {
      frame = window.requestAnimationFrame(draw);
      arc.current?.setAttribute("stroke-dashoffset", offset(goneNow()));
    };
    draw();
    return () => window.cancelAnimationFrame(frame);
  }, [goneNow]);

  return (
    <div
      role="timer"
      aria-label={label}
      className="relative mx-auto grid aspect-square w-44 max-w-full place-items-center"
    >
      <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false" className="absolute inset-0 size-full">
        <circle cx="60" cy="60" r={RADIUS} fill="none" strokeWidth="9" className="stroke-rule" />
        <circle
          ref={arc}
          cx="60"
          cy="60"
          r={RADIUS}
          fill="none"
          strokeWidth="9"
          strokeLinecap="round"
          pathLength={1}
          strokeDasharray="1 1"
          strokeDashoffset={offset(gone)}
          transform="rotate(-90 60 60)"
          className="stroke-teal"
        />
      </svg>
      <div className="relative text-center">{children}</div>
    </div>
  );
}

const offset = (gone: number) => (1 - Math.min(1, Math.max(0, gone))).toFixed(4);
