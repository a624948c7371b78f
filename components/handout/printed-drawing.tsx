import { InlineSvg } from "@/components/movement/inline-svg";
import type { Drawing } from "@/lib/movement/drawing";
import { type Paint, paintsOf } from "./drawing-paint";

/** A drawing in greys, for paper. */
export function PrintedDrawing({ drawing, label }: { drawing: Drawing; label: string }) {
  return (
    <div role="img" aria-label={label}>
      <InlineSvg frame={drawing} markup={paintsOf(drawing).map(markupOf).join("")} />
    </div>
  );
}

/** Colours and numbers of our own, and paths from lib/movement: nothing that a person wrote. */
function markupOf({ d, fill, stroke, width, dash }: Paint): string {
  const line = stroke === "none" ? "" : ` stroke="${stroke}" stroke-width="${width}"`;
  return `<path d="${d}" fill="${fill}"${line}${dash ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`;
}
