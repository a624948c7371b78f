import type { Drawing, Shape } from "@/lib/movement/drawing";
import type { Tone } from "@/lib/movement/vocabulary";

/** One stroke of the pen: a path with its fill and its line, in the drawing's own units. */
export type Paint = {
  key: string;
  d: string;
  fill: string;
  stroke: string;
  width: number;
  dash: [on: number, off: number] | null;
};

/** Greys that stay apart on a printer without colour: neighbours on the body differ by a fifth of the way to black or more. */
const GREYS: Record<Exclude<Tone, "skin" | "skin-far">, string> = {
  hair: "#262626",
  shirt: "#ffffff",
  "shirt-far": "#ffffff",
  trousers: "#a6a6a6",
  "trousers-far": "#d4d4d4",
  shoe: "#3d3d3d",
  "shoe-far": "#808080",
  muscle: "#595959",
  prop: "#e6e6e6",
  "prop-line": "#595959",
  mat: "#ededed",
  band: "#000000",
  floor: "#8c8c8c",
  arc: "#4d4d4d",
};
const SKIN = { 1: "#f7f7f7", 2: "#ebebeb", 3: "#dbdbdb", 4: "#c9c9c9" } as const;
const SKIN_FAR = { 1: "#fbfbfb", 2: "#f3f3f3", 3: "#e9e9e9", 4: "#dedede" } as const;
const OUTLINE = "#333333";
/** Width of the outline, in the drawing's units: about a fifth of a millimetre on paper. */
const OUTLINE_WIDTH = 1.8;
/** Drawn without an outline: they are softer than the body. */
const BARE: readonly Tone[] = ["floor", "arc", "muscle"];

/**
 * A drawing for black ink on white paper. Neighbours of one tone share one outline: their lines are laid down first and their
 * fills on top, so that a knee or an elbow shows no seam.
 */
export function paintsOf(drawing: Drawing): Paint[] {
  const paints: Paint[] = [];
  let run: Shape[] = [];
  const flush = () => {
    const [first] = run;
    if (first && !BARE.includes(first.tone)) paints.push(...run.map((shape) => outlineOf(shape)));
    paints.push(...run.map((shape) => paintOf(shape, drawing.skin)));
    run = [];
  };
  for (const shape of drawing.shapes) {
    if (run[0] && (run[0].tone !== shape.tone || isLine(run[0]) || isLine(shape))) flush();
    run.push(shape);
  }
  flush();
  return paints;
}

/** True when both drawings lie down: they then stand one over the other, each as wide as the two side by side. */
export function isWide({ start, end }: { start: Drawing; end: Drawing }): boolean {
  return [start, end].every(({ width, height }) => width > WIDE * height);
}
const WIDE = 1.3;

const isLine = (shape: Shape) => shape.line !== undefined;

function greyOf(tone: Tone, skin: Drawing["skin"]): string {
  if (tone === "skin") return SKIN[skin];
  return tone === "skin-far" ? SKIN_FAR[skin] : GREYS[tone];
}

function paintOf({ id, tone, d, line, dashed }: Shape, skin: Drawing["skin"]): Paint {
  const grey = greyOf(tone, skin);
  if (line === undefined) return { key: id, d, fill: grey, stroke: "none", width: 0, dash: null };
  const dash: Paint["dash"] = dashed ? [line * 2.5, line * 2] : null;
  return { key: id, d, fill: "none", stroke: grey, width: line, dash };
}

/** A line drawn as a line is edged by a wider one beneath it; a filled shape by its own outline. */
function outlineOf({ id, d, line, tone }: Shape): Paint {
  const isThin = line !== undefined && (line < 4 * OUTLINE_WIDTH || tone === "prop-line");
  const width = isThin ? 0 : (line ?? 0) + 2 * OUTLINE_WIDTH;
  return { key: `${id}-outline`, d, fill: "none", stroke: isThin ? "none" : OUTLINE, width, dash: null };
}
