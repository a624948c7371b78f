import type { CalendarDay } from "@/lib/core/calendar";
import { byFirstDay } from "@/lib/plans/phase-words";
import type { CoursePlan } from "./course";
import { currentPlan, openPlans, weekOfPlan } from "./course";

/** What finding a place in a plan needs of it. Phases are read from the items of the version in force. */
export type PlacedPlan = Pick<CoursePlan, "startsOn" | "endsOn"> & {
  versions: readonly {
    number: number;
    title: string;
    effectiveOn: CalendarDay;
    items: readonly {
      phaseKey: string;
      phaseTitle: string;
      phaseStartsOn: CalendarDay | null;
      phaseEndsOn: CalendarDay | null;
    }[];
  }[];
};

/** Where somebody stands in their plan. `week` counts from 1 and `phase.number` from 1 of `phase.count`. */
export type PlanPosition = {
  state: "ahead" | "running" | "ended";
  title: string;
  version: number;
  startsOn: CalendarDay;
  endsOn: CalendarDay | null;
  week: number;
  /** How many other plans there are beside it that have not ended. */
  others: number;
  phase: { key: string; title: string; number: number; count: number; endsOn: CalendarDay | null } | null;
};

/** The version in force on a day: the greatest number among those in effect; the first one before that. */
export function versionInForce<Version extends { number: number; effectiveOn: CalendarDay }>(
  versions: readonly Version[],
  day: CalendarDay,
): Version | null {
  const inOrder = [...versions].sort((a, b) => a.number - b.number);
  return inOrder.findLast((version) => version.effectiveOn <= day) ?? inOrder[0] ?? null;
}

/** The place in the current plan on a day; null when there is no published plan. */
export function planPosition(plans: readonly PlacedPlan[], today: CalendarDay): PlanPosition | null {
  const plan = currentPlan(plans, today);
  if (plan === null) return null;
  const { startsOn, endsOn } = plan;
  const ended = endsOn !== null && endsOn < today;
  const day = ended ? endsOn : today;
  const version = versionInForce(plan.versions, day);
  if (version === null) return null;
  const phases = [...new Map(version.items.map((item) => [item.phaseKey, item])).values()].sort((a, b) =>
    byFirstDay({ startsOn: a.phaseStartsOn }, { startsOn: b.phaseStartsOn }),
  );
  const index = phases.findLastIndex(({ phaseStartsOn: from }) => from !== null && from <= day);
  const phase = phases[index];
  return {
    state: ended ? "ended" : startsOn > today ? "ahead" : "running",
    title: version.title,
    version: version.number,
    startsOn,
    endsOn,
    week: weekOfPlan(startsOn, day),
    others: openPlans(plans, today).filter((one) => one !== plan).length,
    phase: phase
      ? {
          key: phase.phaseKey,
          title: phase.phaseTitle,
          number: index + 1,
          count: phases.length,
          endsOn: phase.phaseEndsOn,
        }
      : null,
  };
}
