import type { Spot } from "./camera";

/** Drawing units in the body's height. Whole numbers keep a path short and are fine enough for a full screen. */
export const UNITS = 400;

const unit = (value: number) => Math.round(value * UNITS);

/**
 * Writes one ring or line. After its first spot every place is told from the one before: a part that only moves on keeps its
 * numbers, and the frames of a moving picture then pack into little.
 */
class Pen {
  private text = "";
  private x = 0;
  private y = 0;

  constructor(start: Spot) {
    [this.x, this.y] = [unit(start[0]), unit(-start[1])];
    this.text = `M${this.x} ${this.y}`;
  }

  private step(spot: Spot): { text: string; x: number; y: number } {
    const [x, y] = [unit(spot[0]), unit(-spot[1])];
    return { text: `${x - this.x} ${y - this.y}`, x, y };
  }

  private go(command: string, ...spots: Spot[]): this {
    const steps = spots.map((spot) => this.step(spot));
    const last = steps.at(-1);
    this.text += command + steps.map(({ text }) => text).join(" ");
    if (last) [this.x, this.y] = [last.x, last.y];
    return this;
  }

  line = (to: Spot) => this.go("l", to);
  curve = (a: Spot, b: Spot, to: Spot) => this.go("c", a, b, to);
  bend = (by: Spot, to: Spot) => this.go("q", by, to);
  arc = (rx: number, ry: number, angle: number, big: 0 | 1, to: Spot) =>
    this.go(`a${unit(rx)} ${unit(ry)} ${angle} ${big} 1 `, to);
  /** Half of a ring: a radius that falls short is stretched to the ends, one that is too long would make a lens. */
  halfRing = (rx: number, ry: number, angle: number, to: Spot) =>
    this.go(`a${Math.floor(rx * UNITS * 0.97)} ${Math.floor(ry * UNITS * 0.97)} ${angle} 0 1 `, to);
  close = () => `${this.text}z`;
  end = () => this.text;
}

export function mix(a: Spot, b: Spot, part: number): Spot {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}

const away = (from: Spot, direction: Spot, by: number): Spot => [
  from[0] + direction[0] * by,
  from[1] + direction[1] * by,
];

/** The direction from one spot to another, and how far it is; a fixed direction when they are the same spot. */
export function heading(a: Spot, b: Spot): { along: Spot; far: number } {
  const far = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (far < 1e-6) return { along: [0, -1], far: 0 };
  return { along: [(b[0] - a[0]) / far, (b[1] - a[1]) / far], far };
}

export const leftOf = ([x, y]: Spot): Spot => [-y, x];

/** A ring of two half circles. */
export function disc(centre: Spot, radius: number): string {
  return oval(centre, [1, 0], radius, radius);
}

/** A ring with half-widths along a direction and across it. */
export function oval(centre: Spot, along: Spot, half: number, halfAcross: number): string {
  const angle = Math.round((Math.atan2(-along[1], along[0]) * 180) / Math.PI);
  const [start, end] = [away(centre, along, -half), away(centre, along, half)];
  return new Pen(start).halfRing(half, halfAcross, angle, end).halfRing(half, halfAcross, angle, start).close();
}

export type Bulge = { left: number; right: number };

/**
 * A limb: two circles and the lines that touch both, so that limbs overlap softly at a joint however they bend. The sides may
 * swell to the left and right of the way from a to b, by parts of the body's height. Always the same commands, so that
 * frames can flow into each other.
 */
export function limb(a: Spot, ra: number, b: Spot, rb: number, bulge?: Bulge): string {
  const { along, far } = heading(a, b);
  const lean = Math.acos(Math.min(1, Math.max(-1, (ra - rb) / Math.max(far, 1e-6))));
  const turn = (angle: number): Spot => [
    along[0] * Math.cos(angle) - along[1] * Math.sin(angle),
    along[0] * Math.sin(angle) + along[1] * Math.cos(angle),
  ];
  const [left, right] = [turn(lean), turn(-lean)];
  const [a1, b1] = [away(a, left, ra), away(b, left, rb)];
  const [a2, b2] = [away(a, right, ra), away(b, right, rb)];
  const pen = new Pen(a1);
  const shrink = Math.min(1, far / 0.1);
  const side = (from: Spot, to: Spot, out: Spot, by: number) => {
    if (!bulge) return pen.line(to);
    const swollen = (part: number, share: number) => away(mix(from, to, part), out, by * shrink * share);
    return pen.curve(swollen(0.25, 1), swollen(0.6, 0.8), to);
  };
  side(a1, b1, left, bulge?.left ?? 0).arc(rb, rb, 0, ra >= rb ? 0 : 1, b2);
  side(b2, a2, right, bulge?.right ?? 0).arc(ra, ra, 0, ra >= rb ? 1 : 0, a1);
  return pen.close();
}

/** Rings run clockwise as seen, as limbs do: where two of one path overlap, no hole is left. */
function clockwise(spots: readonly Spot[]): readonly Spot[] {
  const area = spots.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = spots[(index + 1) % spots.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return area > 0 ? [...spots].reverse() : spots;
}

/** A closed soft line drawn towards each of the spots and through the middles between them. */
export function softRing(ring: readonly Spot[]): string {
  const spots = clockwise(ring);
  const [first, last] = [spots[0], spots.at(-1)];
  if (!first || !last) return "";
  const pen = new Pen(mix(last, first, 0.5));
  for (const [index, spot] of spots.entries()) pen.bend(spot, mix(spot, spots[index + 1] ?? first, 0.5));
  return pen.close();
}

/** Straight lines from spot to spot, closed. */
export function polygon(spots: readonly Spot[]): string {
  return straight(clockwise(spots))?.close() ?? "";
}

/** Straight lines from spot to spot, left open. */
export function line(spots: readonly Spot[]): string {
  return straight(spots)?.end() ?? "";
}

function straight([first, ...rest]: readonly Spot[]): Pen | null {
  if (!first) return null;
  return rest.reduce((pen, spot) => pen.line(spot), new Pen(first));
}

/** The spots that a string round them all would touch. */
export function hull(spots: readonly Spot[]): Spot[] {
  // Corners that stand over each other may differ by the last digit, and must sort as one.
  const even = (value: number) => Math.round(value * 1e6) / 1e6;
  const sorted = spots.map(([x, y]): Spot => [even(x), even(y)]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Spot[]) => {
    const kept: Spot[] = [];
    for (const spot of list) {
      while (kept.length > 1 && !turnsLeft(kept[kept.length - 2], kept[kept.length - 1], spot)) kept.pop();
      kept.push(spot);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turnsLeft(a: Spot | undefined, b: Spot | undefined, c: Spot): boolean {
  if (!a || !b) return false;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 1e-9;
}
