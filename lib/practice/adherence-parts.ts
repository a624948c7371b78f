import { addDays, type CalendarDay, isoWeekday } from "@/lib/core/calendar";
import type { Occurrence } from "@/lib/plans/schedule";
import { type Adherence, adherence, type LoggedOccurrence, type Period, withoutOpenToday } from "./adherence";

/** One day of a period. */
export type DayAdherence = Adherence & { day: CalendarDay };
/** One week, Monday to Sunday, or what of it lies in the period. Both days inclusive. */
export type WeekAdherence = Adherence & { from: CalendarDay; to: CalendarDay };
/** One exercise over a period, by the lasting key of its line. */
export type ExerciseAdherence = Adherence & { key: string };

/** `adherence` of each day of a period, in order. None when the period runs backwards. */
export function adherenceByDay(
  occurrences: readonly Occurrence[],
  logs: readonly LoggedOccurrence[],
  period: Period,
): DayAdherence[] {
  const due = grouped(occurrences, ({ dueOn }) => dueOn);
  const told = grouped(logs, ({ dueOn }) => dueOn);
  const days: DayAdherence[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const counts = adherence(due.get(day) ?? [], told.get(day) ?? [], { ...period, from: day, to: day });
    days.push({ day, ...counts });
  }
  return days;
}

/** `adherence` of each week that has a day in the period, in order; the first and the last may be cut by it. */
export function adherenceByWeek(
  occurrences: readonly Occurrence[],
  logs: readonly LoggedOccurrence[],
  period: Period,
): WeekAdherence[] {
  const weeks: WeekAdherence[] = [];
  for (let from = period.from; from <= period.to; from = addDays(from, 8 - isoWeekday(from))) {
    const sunday = addDays(from, 7 - isoWeekday(from));
    const [to = sunday] = [sunday, period.to].sort();
    weeks.push({ from, to, ...adherence(occurrences, logs, { ...period, from, to }) });
  }
  return weeks;
}

/**
 * `adherence` of each exercise that was prescribed in the period, in the order they first fell due. While something of today is
 * open nothing of today counts, as for the whole, so that the exercises add up to it.
 */
export function adherenceByExercise(
  occurrences: readonly Occurrence[],
  logs: readonly LoggedOccurrence[],
  period: Period,
): ExerciseAdherence[] {
  const asked = withoutOpenToday(occurrences, logs, period);
  const due = grouped(asked.occurrences, ({ key }) => key);
  const open = grouped(asked.open, ({ key }) => key);
  const told = grouped(asked.logs, ({ itemKey }) => itemKey);
  const keys = occurrences
    .filter(({ kind, dueOn }) => kind === "exercise" && dueOn >= period.from && dueOn <= period.to)
    .map(({ key }) => key);
  return [...new Set(keys)].map((key) => {
    const counts = adherence(due.get(key) ?? [], told.get(key) ?? [], period);
    return { key, ...counts, ahead: counts.ahead + (open.get(key)?.length ?? 0) };
  });
}

function grouped<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const group = groups.get(name);
    if (group) group.push(thing);
    else groups.set(name, [thing]);
  }
  return groups;
}
