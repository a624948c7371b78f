import type { CalendarDay } from "@/lib/core/calendar";
import { isPausedOn, type PlanTimeline } from "@/lib/plans/schedule";

/**
 * The logs adherence is made of: not those of lines done as needed, nor those of days on which their plan was paused. Both were
 * asked of nobody, so that doing them must not make up for what was asked. Order is kept. @throws RangeError on a bad day.
 */
export function countedLogs<Log extends { itemKey: string; dueOn: CalendarDay }>(
  plans: readonly PlanTimeline[],
  logs: readonly Log[],
): Log[] {
  const planOf = new Map(
    plans.flatMap((plan) => plan.versions.flatMap(({ items }) => items.map(({ key }) => [key, plan] as const))),
  );
  return logs.filter(({ itemKey, dueOn }) => {
    const plan = planOf.get(itemKey);
    return !plan || !(isPausedOn(plan, dueOn) || isAsNeeded(plan, itemKey, dueOn));
  });
}

/** Whether a line was to be done as needed, by the newest version of that day that has it. */
function isAsNeeded({ versions }: PlanTimeline, key: string, day: CalendarDay): boolean {
  const line = versions
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .sort((a, b) => b.number - a.number)
    .flatMap(({ items }) => items)
    .find((item) => item.key === key);
  return line?.schedule.kind === "as-needed";
}
