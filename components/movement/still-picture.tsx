import type { Drawing } from "@/lib/movement/drawing";
import { stillMarkup } from "@/lib/movement/svg";
import { InlineSvg } from "./inline-svg";

/** A still drawing; what it shows is said by whoever places it. */
export function StillPicture({ drawing, className }: { drawing: Drawing; className?: string }) {
  return <InlineSvg frame={drawing} markup={stillMarkup(drawing)} className={className} />;
}
