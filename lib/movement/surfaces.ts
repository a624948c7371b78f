import type { Figure, Prop } from "./figure-schema";
import type { Surface } from "./vocabulary";

/** Something to rest on: a level at a height, or an upright plane; `x` is where a thing stands, null when it is everywhere. */
export type Plane = { upright: boolean; level: number; x: number | null };

/** The plane a contact rests on. @throws when the figure has no such prop. */
export function planeOf(figure: Pick<Figure, "props">, surface: Surface): Plane {
  if (surface === "floor") return { upright: false, level: 0, x: null };
  const kind = surface === "chair-back" ? "chair" : surface;
  const prop = figure.props.find((one) => one.kind === kind);
  if (!prop) throw new Error(`something rests on a ${surface}, and there is no ${kind} among the props`);
  if (surface === "chair-back" && prop.kind === "chair") {
    return { upright: false, level: prop.seat + CHAIR_BACK_HEIGHT, x: chairBackAt(prop) };
  }
  return planeOfProp(prop);
}

/** How far a chair's back rises over its seat, in parts of the body's height. */
export const CHAIR_BACK_HEIGHT = 0.27;
export const CHAIR_BACK_THICKNESS = 0.022;

/** Where a chair's back stands. */
export function chairBackAt(prop: Pick<Extract<Prop, { kind: "chair" }>, "x" | "depth" | "back">): number {
  return prop.x + (prop.back === "behind" ? -1 : 1) * (prop.depth / 2 - CHAIR_BACK_THICKNESS / 2);
}

function planeOfProp(prop: Prop): Plane {
  switch (prop.kind) {
    case "wall":
      return { upright: true, level: prop.x, x: null };
    case "chair":
      return { upright: false, level: prop.seat, x: prop.x };
    case "step":
    case "table":
      return { upright: false, level: prop.height, x: prop.x };
    case "roller":
    case "ball":
      return { upright: false, level: 2 * prop.radius, x: null };
    default:
      throw new Error(`nothing can rest on a ${prop.kind}`);
  }
}
