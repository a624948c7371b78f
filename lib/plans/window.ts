import { lastOfOpenDays, type PausedDays } from "./pauses";
import type { Schedule } from "./schemas";

/** Days what is asked at the plan's end can be done when its schedule gives no window. Our own choice: two weeks. */
export const AT_END_WINDOW_DAYS = 14;

/** The last day (a day number) on which what fell due on an open day can be done; null when it has no window. */
export function closingDay(schedule: Schedule, since: number, pauses: PausedDays): number | null {
  const given = "windowDays" in schedule ? (schedule.windowDays ?? null) : null;
  const length = given ?? (schedule.kind === "at-end" ? AT_END_WINDOW_DAYS : null);
  return length === null ? null : lastOfOpenDays(pauses, since, length);
}
