import { addDays, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import type { AffectedSide, Region } from "@/lib/identity/vocabulary";
import type { PlanTimeline } from "@/lib/plans/schedule";
import { adherence, type LoggedOccurrence } from "@/lib/practice/adherence";
import { countedLogs } from "@/lib/practice/counted-logs";
import { courseOccurrences } from "./course";
import { type PortalFacts, type PortalState, portalState } from "./portal-state";
import { type PlacedPlan, type PlanPosition, planPosition } from "./position";
import { RECENT_PRACTICE_DAYS } from "./summary";

export type ListedPerson = PortalFacts & {
  id: string;
  name: string;
  region: Region;
  side: AffectedSide;
  timeZone: string;
  lastLogOn: CalendarDay | null;
  lastAnsweredOn: CalendarDay | null;
  lastReadAt: Date | null;
};

export type PatientEntry = {
  id: string;
  name: string;
  region: Region;
  side: AffectedSide;
  today: CalendarDay;
  portal: PortalState;
  position: PlanPosition | null;
  /** The latest day of a log, an answer or a reading. */
  lastActiveOn: CalendarDay | null;
  /** Share (0 to 1) of the last 14 days' exercises that was done; null when none were planned. */
  recentShare: number | null;
};

/** One row of the list of patients. `logs` are those that stand, of the last two weeks at least. */
export function patientEntry(
  person: ListedPerson,
  plans: readonly (PlacedPlan & PlanTimeline)[],
  logs: readonly LoggedOccurrence[],
  now: Date,
): PatientEntry {
  const { id, name, region, side, timeZone } = person;
  const today = calendarDayOf(now, timeZone);
  const period = { from: addDays(today, 1 - RECENT_PRACTICE_DAYS), to: today, today };
  const lastReadOn = person.lastReadAt && calendarDayOf(person.lastReadAt, timeZone);
  const days = [person.lastLogOn, person.lastAnsweredOn, lastReadOn].filter((day) => day !== null);
  return {
    id,
    name,
    region,
    side,
    today,
    portal: portalState(person, now),
    position: planPosition(plans, today),
    lastActiveOn: days.sort().at(-1) ?? null,
    recentShare: adherence(courseOccurrences(plans, period.from, period.to), countedLogs(plans, logs), period).share,
  };
}
