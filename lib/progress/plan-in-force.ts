import type { CalendarDay } from "@/lib/core/calendar";
import { doseInWords, scheduleInWords } from "@/lib/plans/dosage";
import type { ItemKind } from "@/lib/plans/vocabulary";
import { type CoursePlan, currentPlan } from "./course";
import { type PlanPosition, planPosition, versionInForce } from "./position";

/** The plan somebody follows now: where they stand in it, and the lines of the phase they are in. */
export type PlanInForce = {
  position: PlanPosition;
  lines: { key: string; kind: ItemKind; title: string; dose: string | null; schedule: string }[];
};

/** The current plan on a day; null when nothing is published. */
export function planInForce(plans: readonly CoursePlan[], today: CalendarDay): PlanInForce | null {
  const position = planPosition(plans, today);
  const plan = currentPlan(plans, today);
  const version = plan && versionInForce(plan.versions, position?.state === "ended" ? (plan.endsOn ?? today) : today);
  if (!position || !version) return null;
  const phase = position.phase?.key ?? version.items[0]?.phaseKey;
  return {
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
