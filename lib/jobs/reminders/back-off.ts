/** Minutes until the next try after the first, second, third and fourth that failed. After the fifth there is none. */
const WAITS_MINUTES = [1, 5, 30, 120] as const;

/** When to try again after so many failed tries, 1 or more; null to give up. */
export function nextTryAt(failures: number, now: Date): Date | null {
  const minutes = WAITS_MINUTES[failures - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
