export const DAY_MS = 86_400_000;

/** Midnight UTC of a calendar day 'YYYY-MM-DD', in milliseconds. Calendar days have no zone: UTC only keeps them apart. */
export function dayMs(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date);
}

export function addDays(day: string, days: number): string {
  return new Date(dayMs(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a calendar day, 1 = Monday to 7 = Sunday. */
export function isoWeekday(day: string): number {
  return ((new Date(dayMs(day)).getUTCDay() + 6) % 7) + 1;
}

const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "4 Mar" */
export function shortDay(day: string | number): string {
  return SHORT.format(typeof day === "number" ? day : dayMs(day));
}

/** "Tue, 4 March 2025" */
export function longDay(day: string): string {
  return LONG.format(dayMs(day));
}
