export type PainWeek = {
  startsOn: string;
  /** Mean of the answers of that week, 0-10; null when there were none. */
  mean: number | null;
  answered: number;
};

/** One decimal, and none when it says nothing: 4 or 4.5. */
export function painWords(mean: number) {
  return String(Math.round(mean * 10) / 10);
}
