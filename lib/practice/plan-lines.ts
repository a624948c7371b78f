import type { CalendarDay } from "@/lib/core/calendar";
import {
  dueOn,
  occurrences,
  type PlanTimeline,
  type PlanVersionTimeline,
  type ScheduledItem,
} from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import { dayProblem } from "./log-rules";

/** A line of a published version, as much of it as practice needs. */
export type PlannedLine = ScheduledItem & {
  title: string;
  slug: string;
  dose: Dose | null;
  note: string;
  painCeiling: number;
  libraryVersionId: string | null;
  instrumentVersionId: string | null;
};
export type PlannedVersion<Line extends ScheduledItem = PlannedLine> = Omit<PlanVersionTimeline, "items"> & {
  items: readonly Line[];
};
export type Planned<Line extends ScheduledItem = PlannedLine> = {
  startsOn: CalendarDay;
  endsOn: CalendarDay | null;
  versions: readonly PlannedVersion<Line>[];
  pauses?: PlanTimeline["pauses"];
};

/** The version in force on a day: of those in effect by then the one with the greatest number. Ends of plans are not asked. */
export function versionOn<Line extends ScheduledItem>(
  plan: Planned<Line>,
  day: CalendarDay,
): PlannedVersion<Line> | undefined {
  return plan.versions
    .filter((version) => version.effectiveOn <= day)
    .reduce<PlannedVersion<Line> | undefined>(
      (latest, version) => (latest && latest.number > version.number ? latest : version),
      undefined,
    );
}

/** The plan and line an item id names, in whichever version it stands. */
export function lineById<Line extends ScheduledItem>(
  plans: readonly Planned<Line>[],
  itemId: string,
): { plan: Planned<Line>; line: Line } | undefined {
  for (const plan of plans) {
    for (const version of plan.versions) {
      const line = version.items.find((item) => item.id === itemId);
      if (line) return { plan, line };
    }
  }
  return undefined;
}

/** The same line as it stands on a day, if the version in force still has it. */
export function lineOn<Line extends ScheduledItem>(
  plan: Planned<Line>,
  key: string,
  day: CalendarDay,
): Line | undefined {
  return versionOn(plan, day)?.items.find((item) => item.key === key);
}

/**
 * The line a log of one occurrence belongs to: as it stood on that day, or as it stands today for what waits until it is done.
 * Undefined when the plan has no such line then.
 */
export function loggableLine<Line extends ScheduledItem>(
  plan: Planned<Line>,
  key: string,
  day: CalendarDay,
  today: CalendarDay,
): Line | undefined {
  return (isStillDue(plan, key, day, today) ? lineOn(plan, key, today) : undefined) ?? lineOn(plan, key, day);
}

/** Why a line of a plan cannot be logged for a day, as a plain sentence; null when it can. @throws RangeError on a bad day. */
export function lineDayProblem(
  plan: Planned<ScheduledItem>,
  line: ScheduledItem,
  dueOn: CalendarDay,
  today: CalendarDay,
): string | null {
  return dayProblem({
    dueOn,
    today,
    planStartsOn: plan.startsOn,
    planEndsOn: plan.endsOn,
    lineFrom: line.phaseStartsOn === null ? null : ([line.anchorOn, line.phaseStartsOn].sort()[1] ?? null),
    lineTo: dueOn <= today && fellDueOn(plan, line.key, dueOn) ? null : line.phaseEndsOn,
    isStillDue: isStillDue(plan, line.key, dueOn, today),
  });
}

/** Whether a line fell due on a day: a pause may move it past its phase. */
function fellDueOn(plan: Planned<ScheduledItem>, key: string, day: CalendarDay): boolean {
  return occurrences(plan, day, day).some((occurrence) => occurrence.key === key);
}

/** Whether an occurrence waits to be done today; those of lines that stay due may be of an earlier day. */
function isStillDue(plan: Planned<ScheduledItem>, key: string, day: CalendarDay, today: CalendarDay): boolean {
  return dueOn(plan, today, new Set()).some((due) => due.key === key && due.dueOn === day);
}
