import type { ReactNode } from "react";
import { describeFigure } from "@/lib/movement/description";
import type { Figure } from "@/lib/movement/figure-schema";
import { rememberedStill } from "@/lib/movement/remembered";
import { movingDrawing } from "@/lib/movement/stills";
import { movingMarkup } from "@/lib/movement/svg";
import { InlineSvg } from "./inline-svg";
import { StillPicture } from "./still-picture";

type Props = {
  figure: Figure;
  name: string;
  mirrored?: boolean;
  /** Shown to who wants less motion; by itself the start and the end, side by side. */
  instead?: ReactNode;
  className?: string;
};

/** An exercise in motion, without any script, for those whose device does not ask for less of it. */
export function FigureMoving({ figure, name, mirrored = false, instead, className }: Props) {
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
        {instead ?? (
          <>
            <StillPicture drawing={rememberedStill(figure, "start", mirrored)} className="size-full" />
            <StillPicture drawing={rememberedStill(figure, "end", mirrored)} className="size-full" />
          </>
        )}
      </div>
    </div>
  );
}
