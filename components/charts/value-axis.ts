/** Numbers of steps an axis is cut into, the first that gives whole numbers. */
const STEPS = [5, 4, 6, 3, 7, 2] as const;

/** Numbers to name beside the plot: both ends, and even whole steps between them where there are any. */
export function valueTicks([least, most]: readonly [least: number, most: number]): number[] {
  const steps = STEPS.find((count) => (most - least) % count === 0) ?? 1;
  return Array.from({ length: steps + 1 }, (_, step) => least + (step * (most - least)) / steps);
}
