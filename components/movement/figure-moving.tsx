import { describeFigure } from "@/lib/movement/description";
import type { Figure } from "@/lib/movement/figure-schema";
import { movingDrawing, stillDrawing } from "@/lib/movement/stills";
import { movingMarkup } from "@/lib/movement/svg";
import { InlineSvg } from "./inline-svg";
import { StillPicture } from "./still-picture";

type Props = { figure: Figure; name: string; mirrored?: boolean; className?: string };

/**
 * An exercise in motion, without any script. A person who has asked their device for less motion gets the start and the end
 * side by side instead.
 */
export function FigureMoving({ figure, name, mirrored = false, className }: Props) {
  const { title, description } = describeFigure(figure, name, mirrored);
  const moving = movingDrawing(figure, { mirrored });
  return (
    <div role="img" aria-label={`${title}. ${description}`} className={className}>
      <InlineSvg
        frame={moving}
        markup={movingMarkup(moving)}
        seconds={moving.seconds}
        className="figure-runs size-full"
      />
      <div className="figure-stills size-full">
        <StillPicture drawing={stillDrawing(figure, "start", { mirrored })} className="size-full" />
        <StillPicture drawing={stillDrawing(figure, "end", { mirrored })} className="size-full" />
      </div>
    </div>
  );
}
