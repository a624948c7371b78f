import type { Drawing, MovingDrawing, Shape } from "./drawing";

/**
 * A still's shapes as the text inside an SVG. It holds path commands, whole numbers and names of tones, and nothing a person wrote.
 */
export function stillMarkup({ shapes }: Pick<Drawing, "shapes">): string {
  return joined(shapes)
    .map((shape) => path(shape))
    .join("");
}

/** A moving figure's shapes as the text inside an SVG: the browser flows each through its frames without any script. */
export function movingMarkup({ shapes, times, seconds }: Pick<MovingDrawing, "shapes" | "times" | "seconds">): string {
  const keyTimes = times.map((time) => Number(time.toFixed(3))).join(";");
  const cycle = `dur="${seconds}s" repeatCount="indefinite" keyTimes="${keyTimes}"`;
  return shapes
    .map(({ frames, ...shape }) =>
      path(shape, frames ? `<animate attributeName="d" ${cycle} values="${frames.join(";")}"/>` : ""),
    )
    .join("");
}

function path({ tone, d, line, dashed }: Shape, inside = ""): string {
  const stroke = line ? ` stroke-width="${line}"${dashed ? ' stroke-dasharray="7 9"' : ""}` : "";
  const start = `<path class="tone-${tone}" d="${d}"${stroke}`;
  return inside === "" ? `${start}/>` : `${start}>${inside}</path>`;
}

/** Neighbours of one tone are one path: fewer nodes, and no seam between them. */
function joined(shapes: readonly Shape[]): Shape[] {
  return shapes.reduce<Shape[]>((all, shape) => {
    const last = all.at(-1);
    const alike = last && last.tone === shape.tone && last.line === shape.line && last.dashed === shape.dashed;
    // What shines through would show twice where two such shapes overlap, so they stay apart.
    if (alike && shape.tone !== "muscle") all[all.length - 1] = { ...last, d: last.d + shape.d };
    else all.push(shape);
    return all;
  }, []);
}
