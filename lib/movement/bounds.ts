/** How many numbers each path command of ours takes, and where its places (pairs of x and y) begin among them. */
const COMMANDS: Record<string, { numbers: number; places: number }> = {
  M: { numbers: 2, places: 0 },
  l: { numbers: 2, places: 0 },
  q: { numbers: 4, places: 0 },
  c: { numbers: 6, places: 0 },
  a: { numbers: 7, places: 5 },
};

export type Bounds = { left: number; top: number; right: number; bottom: number };

const TOKENS = /[Mlqcaz]|-?\d+/g;

/**
 * The corners of all the paths together, in their own units, for paths written by outlines.ts. Controls of a curve count as if the
 * curve went there; the swell of an arc between its ends does not.
 */
export function boundsOfPaths(paths: readonly { d: string; line?: number }[]): Bounds {
  const bounds: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { d, line = 0 } of paths) {
    const half = line / 2;
    let [x, y] = [0, 0];
    let command = COMMANDS.M;
    let [fromX, fromY, taken] = [0, 0, 0];
    for (const token of d.match(TOKENS) ?? []) {
      const next = COMMANDS[token];
      if (next || token === "z") {
        command = next ?? command;
        [fromX, fromY] = token === "M" ? [0, 0] : [x, y];
        taken = 0;
        continue;
      }
      const place = taken - (command?.places ?? 0);
      taken += 1;
      if (place < 0) continue;
      if (place % 2 === 0) {
        x = fromX + Number(token);
        continue;
      }
      y = fromY + Number(token);
      bounds.left = Math.min(bounds.left, x - half);
      bounds.right = Math.max(bounds.right, x + half);
      bounds.top = Math.min(bounds.top, y - half);
      bounds.bottom = Math.max(bounds.bottom, y + half);
    }
  }
  return bounds;
}

/** A path moved by whole units: only where a ring or line begins is told from the picture's corner. */
export function shifted(d: string, right: number, down: number): string {
  return d.replace(/M(-?\d+) (-?\d+)/g, (_, x, y) => `M${Number(x) + right} ${Number(y) + down}`);
}
