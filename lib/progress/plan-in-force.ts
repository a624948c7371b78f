import type { CalendarDay } from "@/lib/core/calendar";
import { doseInWords, scheduleInWords } from "@/lib/plans/dosage";
import { planNames } from "@/lib/plans/plan-names";
import type { ItemKind } from "@/lib/plans/vocabulary";
import { type CoursePlan, currentPlan, openPlans } from "./course";
import { type PlanPosition, planPosition, versionInForce } from "./position";

/** A plan somebody follows now: where they stand in it, and the lines of the phase they are in. */
export type PlanInForce = {
  planId: string;
  /** What tells it from the other plans in force. */
  name: string;
  position: PlanPosition;
  lines: { key: string; kind: ItemKind; title: string; dose: string | null; schedule: string }[];
};

/** The plans in force on a day, oldest first; the one that ended last when there is none, and nothing before the first is published. */
export function plansInForce(plans: readonly CoursePlan[], today: CalendarDay): PlanInForce[] {
  const open = openPlans(plans, today).flatMap((plan) => planInForce([plan], today) ?? []);
  const last = open.length === 0 ? planInForce(plans, today) : null;
  const shown = last ? [last] : open;
  const names = planNames(shown.map(({ planId, position: { title, startsOn } }) => ({ planId, title, startsOn })));
  return shown.map((plan) => ({ ...plan, name: names.get(plan.planId) ?? plan.name }));
}

/** The current plan on a day; null when nothing is published. */
export function planInForce(plans: readonly CoursePlan[], today: CalendarDay): PlanInForce | null {
  const position = planPosition(plans, today);
  const plan = currentPlan(plans, today);
  const version = plan && versionInForce(plan.versions, position?.state === "ended" ? (plan.endsOn ?? today) : today);
  if (!position || !plan || !version) return null;
  const phase = position.phase?.key ?? version.items[0]?.phaseKey;
  return {
    planId: plan.planId,
    name: position.title,
    position,
    lines: version.items
      .filter((item) => item.phaseKey === phase)
      .map(({ key, kind, title, dose, schedule }) => ({
        key,
        kind,
        title,
        dose: dose && doseInWords(dose),
        schedule: scheduleInWords(schedule),
      })),
  };
}
