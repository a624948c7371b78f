/** Minutes left, in proportion to the questions left and never less than 1. */
export function minutesLeft(minutes: number, left: number, count: number): number {
  return Math.max(1, Math.ceil((minutes * left) / count));
}
