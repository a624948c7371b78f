import { addDays, type CalendarDay, daysBetween, isoWeekday } from "@/lib/core/calendar";
import type { Pause } from "@/lib/plans/pauses";
import { occurrenceId, type ScheduledItem } from "@/lib/plans/schedule";

type Around = { endsOn: CalendarDay | null; pauses: readonly Pause[]; from: CalendarDay; until: CalendarDay };

/** The rule of the schedule for one version in force from the first day on, said as plainly as it can be: a day at a time. */
export function plainlySaid(items: readonly ScheduledItem[], around: Around): string[] {
  const { endsOn, pauses, from, until } = around;
  const isPaused = (day: CalendarDay) => pauses.some(({ from, to }) => from <= day && (to === null || day <= to));
  const days: CalendarDay[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  const waiting = new Map<string, Set<CalendarDay>>();
  for (const item of items) {
    const asked = days.filter((day) => isAskedOn(item, day, planEnd(items, endsOn)));
    waiting.set(
      item.key,
      new Set(asked.flatMap((day) => days.find((later) => later >= day && !isPaused(later)) ?? [])),
    );
  }
  const said: string[] = [];
  for (const day of days) {
    for (const item of items) {
      const isOver = endsOn !== null && day > endsOn && item.schedule.kind !== "at-end";
      if (isPaused(day) || isOver) continue;
      const times = waiting.get(item.key)?.has(day) ? 1 : timesOn(item, day);
      for (let occasion = 1; occasion <= times; occasion++) said.push(occurrenceId(item.key, day, occasion));
    }
  }
  return said;
}

function planEnd(items: readonly ScheduledItem[], endsOn: CalendarDay | null): CalendarDay | null {
  const never = "9999-12-31";
  const phases = items.map(({ phaseEndsOn }) => phaseEndsOn ?? never).toSorted();
  const end = [endsOn ?? never, phases.at(-1) ?? never].toSorted()[0];
  return end === undefined || end === never ? null : end;
}

/** What waits for the phase before it has its first day when time has ended. */
const baseOf = ({ phaseStartsOn, anchorOn }: ScheduledItem) =>
  [phaseStartsOn ?? "9999-12-31", anchorOn].toSorted()[1] ?? anchorOn;

const isInPhase = (item: ScheduledItem, day: CalendarDay) =>
  day >= baseOf(item) && (item.phaseEndsOn === null || day <= item.phaseEndsOn);

function isAskedOn(item: ScheduledItem, day: CalendarDay, end: CalendarDay | null): boolean {
  const { schedule, anchorOn } = item;
  const age = daysBetween(baseOf(item), day);
  if (schedule.kind === "at-end") return end !== null && day === (end > anchorOn ? end : anchorOn);
  if (!isInPhase(item, day)) return false;
  if (schedule.kind === "once") return age === schedule.day - 1;
  return schedule.kind === "every-weeks" && age % (7 * schedule.weeks) === 0;
}

function timesOn(item: ScheduledItem, day: CalendarDay): number {
  const { schedule } = item;
  if (!isInPhase(item, day)) return 0;
  if (schedule.kind === "every-days") {
    return daysBetween(baseOf(item), day) % schedule.days === 0 ? schedule.timesPerDay : 0;
  }
  const isOn = schedule.kind === "weekly" && schedule.weekdays.some((weekday) => weekday === isoWeekday(day));
  return isOn ? schedule.timesPerDay : 0;
}
