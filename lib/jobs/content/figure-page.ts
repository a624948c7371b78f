import type { Drawing } from "@/lib/movement/drawing";
import type { Figure } from "@/lib/movement/figure-schema";
import { movingDrawing, stillDrawing } from "@/lib/movement/stills";
import { movingMarkup, stillMarkup } from "@/lib/movement/svg";

/** One exercise to show, with what is wrong with its figure. */
export type PageEntry = { name: string; figure: Figure; faults: readonly string[] };

/** A page of its own, to be opened from a file: each figure's start, end and movement, and its faults. `css` styles the tones. */
export function figurePage(entries: readonly PageEntry[], css: string): string {
  const body = entries.map(
    ({ name, figure, faults }) =>
      `<section><h2>${escaped(name)}</h2><div>${[
        still(stillDrawing(figure, "start")),
        still(stillDrawing(figure, "end")),
        moving(figure),
      ].join("")}</div>${faults.map((fault) => `<p>${escaped(fault)}</p>`).join("")}</section>`,
  );
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Figures</title><style>${css}
body{font:16px/1.4 sans-serif;background:#fbfaf7;color:#22343a;margin:2rem}section{margin-block-end:2rem}
section>div{display:flex;gap:2rem;align-items:end}svg{block-size:240px;max-inline-size:30vw}p{color:#a31621}</style>${body.join("")}</html>`;
}

function still(drawing: Drawing): string {
  return picture(drawing, stillMarkup(drawing));
}

function moving(figure: Figure): string {
  const drawing = movingDrawing(figure);
  return picture(drawing, movingMarkup(drawing));
}

function picture({ width, height, skin, cropped }: Omit<Drawing, "shapes">, inside: string): string {
  const overflow = cropped ? "hidden" : "visible";
  return `<svg class="figure figure-body-${skin}" viewBox="0 0 ${width} ${height}" overflow="${overflow}">${inside}</svg>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
