import { textWidth } from "./time-axis";

export type EndLabel = { key: string; y: number; lines: string[] };

export const LINE_HEIGHT = 15;

/** Breaks words into lines no wider than `room`; a single long word keeps its line. */
export function wrapWords(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Moves labels that would touch apart, keeping their order and staying between top and bottom where there is room. */
export function spreadLabels(labels: readonly EndLabel[], top: number, bottom: number): EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
  const half = (label: EndLabel) => (label.lines.length * LINE_HEIGHT) / 2;
  let ceiling = top;
  for (const label of sorted) {
    label.y = Math.max(label.y, ceiling + half(label));
    ceiling = label.y + half(label) + 2;
  }
  let floor = bottom;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, floor - half(label));
    floor = label.y - half(label) - 2;
  }
  return sorted.reverse();
}
