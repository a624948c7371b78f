import type { Figure } from "./figure-schema";

/** True when the working side of a dose is not the one the figure is drawn with. Both, alternating or no side: as drawn. */
export function isMirrored(figure: Pick<Figure, "side">, side: string): boolean {
  return (side === "left" || side === "right") && figure.side !== null && figure.side !== side;
}
