/** A source of numbers from 0 up to but not including 1; the same seed gives the same numbers for ever. */
export type Random = () => number;

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** mulberry32 (T. Ettinger, public domain), begun from a text. */
export function randomFrom(seed: string): Random {
  let state = hashText(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Roughly normal, mean 0, standard deviation 1, never beyond 3. */
export function spread(random: Random): number {
  let sum = 0;
  for (let count = 0; count < 6; count += 1) sum += random();
  return Math.max(-3, Math.min(3, (sum - 3) * Math.SQRT2));
}

/** A whole number, both ends included. */
export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of a list that is not empty. @throws RangeError when it is. */
export function oneOf<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError("An empty list has nothing to choose.");
  return chosen;
}
