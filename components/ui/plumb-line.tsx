import type { ReactNode } from "react";

/** The shape of the weight: a narrow neck, round shoulders, its point at (cx, top + height). */
export function bobPath(cx: number, top: number, width: number, height: number) {
  const half = width / 2;
  const neck = half * 0.42;
  const [shoulder, belly, tip] = [top + height * 0.1, top + height * 0.46, top + height];
  return [
    `M${cx - neck} ${top}H${cx + neck}`,
    `C${cx + half * 1.3} ${shoulder} ${cx + half * 1.25} ${belly} ${cx} ${tip}`,
    `C${cx - half * 1.25} ${belly} ${cx - half * 1.3} ${shoulder} ${cx - neck} ${top}Z`,
  ].join("");
}

/** A list hung on one thread, the weight at its end. */
export function PlumbLine({ label, className, children }: { label?: string; className?: string; children: ReactNode }) {
  return (
    <div className={`relative pb-7 ${className ?? ""}`}>
      <span aria-hidden="true" className="absolute start-[0.8125rem] top-0 bottom-6 w-[1.5px] bg-rule-strong/70" />
      <ol aria-label={label} className="relative">
        {children}
      </ol>
      <svg viewBox="0 0 14 24" aria-hidden="true" className="absolute start-[0.4375rem] bottom-0 h-6 w-3.5">
        <path d={bobPath(7, 2, 13, 21)} className="fill-coral" />
        <path d="M4 2h6" className="stroke-coral" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
    </div>
  );
}

export type PlumbMarker = "dot" | "done" | "partly" | "skipped" | "rest" | "now" | "flag";

export type PlumbItemProps = { marker?: PlumbMarker; markerLabel?: string; className?: string; children: ReactNode };

export function PlumbItem({ marker = "dot", markerLabel, className, children }: PlumbItemProps) {
  return (
    <li className="relative ps-10 not-last:pb-5">
      <Marker marker={marker} label={markerLabel} />
      <div className={`min-w-0 ${className ?? ""}`}>{children}</div>
    </li>
  );
}

/** Filled, half, crossed: the shape says it before the colour does. */
function Marker({ marker, label }: { marker: PlumbMarker; label?: string }) {
  return (
    <svg
      viewBox="0 0 28 28"
      className="absolute start-0 top-0 size-7 overflow-visible"
      fill="none"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <circle cx="14" cy="14" r={marker === "dot" ? 8.5 : 13} className="fill-paper" />
      <MarkerShape marker={marker} />
    </svg>
  );
}

function MarkerShape({ marker }: { marker: PlumbMarker }) {
  switch (marker) {
    case "done":
      return (
        <>
          <circle cx="14" cy="14" r="11" className="fill-teal" />
          <path
            d="M9 14.5l3.5 3.5L19.5 10.5"
            className="stroke-on-teal"
            strokeWidth="2.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case "partly":
      return (
        <>
          <circle cx="14" cy="14" r="10" className="stroke-teal" strokeWidth="2" />
          <path d="M14 4a10 10 0 0 1 0 20z" className="fill-teal" />
        </>
      );
    case "skipped":
      return (
        <>
          <circle cx="14" cy="14" r="10" className="stroke-ink-soft" strokeWidth="2" />
          <path d="M9.5 14h9" className="stroke-ink-soft" strokeWidth="2.2" strokeLinecap="round" />
        </>
      );
    case "rest":
      return (
        <>
          <circle cx="14" cy="14" r="11" className="fill-teal-wash" />
          <path d="M19 16.2A6 6 0 1 1 11.8 9a5 5 0 0 0 7.2 7.2z" className="fill-teal" />
        </>
      );
    case "now":
      return (
        <>
          <circle cx="14" cy="14" r="10" className="fill-raised stroke-coral" strokeWidth="2.5" />
          <circle cx="14" cy="14" r="4" className="fill-coral" />
        </>
      );
    case "flag":
      return <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" className="fill-raised stroke-data-3" strokeWidth="2" />;
    case "dot":
      return <circle cx="14" cy="14" r="6" className="fill-raised stroke-rule-strong" strokeWidth="2" />;
  }
}
