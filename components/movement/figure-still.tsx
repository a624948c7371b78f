import { describeFigure } from "@/lib/movement/description";
import type { Figure } from "@/lib/movement/figure-schema";
import { rememberedStill } from "@/lib/movement/remembered";
import type { StillAt } from "@/lib/movement/stills";
import { StillPicture } from "./still-picture";

type Props = {
  figure: Figure;
  /** The exercise's name: the picture's title. */
  name: string;
  at: StillAt;
  /** Draws the other side. */
  mirrored?: boolean;
  /** Beside its own name the picture adds nothing for those who do not see it, and says nothing. */
  decorative?: boolean;
  className?: string;
};

/** One still of an exercise, drawn on the server. */
export function FigureStill({ figure, name, at, mirrored = false, decorative, className }: Props) {
  const picture = <StillPicture drawing={rememberedStill(figure, at, mirrored)} className="size-full" />;
  if (decorative) return <div className={className}>{picture}</div>;
  const { title, description } = describeFigure(figure, name, mirrored);
  return (
    <div role="img" aria-label={`${title}. ${description}`} className={className}>
      {picture}
    </div>
  );
}
