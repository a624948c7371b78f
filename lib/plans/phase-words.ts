import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { PhaseDates } from "./phase-dates";

/**
 * When a phase is, in words for a clinician: "2 Mar 2026 to 29 Mar 2026", "From 30 Mar 2026", "From 2 Mar 2026, until its criteria are met", or
 * "Waits for the phase before it". `isLast` tells the last phase of a plan, which may go on without an end. @throws RangeError on a bad day.
 */
export function phaseDatesInWords({ startsOn, endsOn }: PhaseDates, isLast: boolean): string {
  if (startsOn === null) return "Waits for the phase before it";
  const from = formatDay(startsOn, "short");
  if (endsOn !== null) return `${from} to ${formatDay(endsOn, "short")}`;
  return isLast ? `From ${from}` : `From ${from}, until its criteria are met`;
}

/** How long a phase lasts: "4 weeks", "no end", or "until its criteria are met" for one that another phase waits for. */
export function phaseLengthInWords(weeks: number | null, isLast: boolean): string {
  if (weeks === null) return isLast ? "no end" : "until its criteria are met";
  return weeks === 1 ? "1 week" : `${weeks} weeks`;
}

/** The order of phases by their first day; those that wait come last, in the order given. For `sort`. */
export function byFirstDay(a: { startsOn: CalendarDay | null }, b: { startsOn: CalendarDay | null }): number {
  if (a.startsOn === b.startsOn) return 0;
  if (a.startsOn === null) return 1;
  return b.startsOn === null || a.startsOn < b.startsOn ? -1 : 1;
}
