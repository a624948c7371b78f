import type { CalendarDay } from "@/lib/core/calendar";
import { pauseOn } from "@/lib/plans/pauses";
import { lastDayOf } from "@/lib/plans/schedule";
import { type Planned, versionOn } from "./plan-lines";

/** `finished` is a day on which nothing remains; `rest` asks for no exercise; `paused` is one of a holiday or an illness. */
export type DayState = "none" | "before" | "ended" | "paused" | "rest" | "due" | "finished";

/**
 * What kind of day it is for the plans together: with one of them running, that one decides. `changesOn` is day 1 of the plan
 * that has not begun, the last day of the one that ended, or the first day after a pause of all that run, null while nobody
 * knows. @throws RangeError on a bad day.
 */
export function dayState(
  plans: readonly Planned[],
  day: CalendarDay,
  counts: { exercises: number; open: number },
): { state: DayState; changesOn: CalendarDay | null } {
  if (plans.length === 0) return { state: "none", changesOn: null };
  const begun = plans.filter((plan) => plan.startsOn <= day && versionOn(plan, day));
  const running = begun.filter((plan) => lastDay(plan, day) >= day);
  if (running.length > 0) {
    const paused = running.flatMap((plan) => pauseOn(plan.pauses, day) ?? []);
    const resumesOn = paused.map((pause) => pause.resumesOn ?? NEVER).sort()[0] ?? NEVER;
    if (paused.length === running.length) {
      return { state: "paused", changesOn: resumesOn === NEVER ? null : resumesOn };
    }
    if (counts.exercises === 0) return { state: "rest", changesOn: null };
    return { state: counts.open > 0 ? "due" : "finished", changesOn: null };
  }
  const coming = plans.filter((plan) => !begun.includes(plan)).map(firstDay);
  const first = coming.sort()[0];
  if (first) return { state: "before", changesOn: first };
  const ends = begun.map((plan) => lastDay(plan, day));
  return { state: "ended", changesOn: ends.sort().at(-1) ?? null };
}

const NEVER: CalendarDay = "9999-12-31";

/** A plan ends on its last day, or when the last phase of the version in force has run out. */
function lastDay(plan: Planned, day: CalendarDay): CalendarDay {
  return lastDayOf(versionOn(plan, day)?.items ?? [], plan.endsOn) ?? NEVER;
}

function firstDay(plan: Planned): CalendarDay {
  const firstVersion = plan.versions.map((version) => version.effectiveOn).sort()[0] ?? plan.startsOn;
  return [plan.startsOn, firstVersion].sort()[1] ?? plan.startsOn;
}
