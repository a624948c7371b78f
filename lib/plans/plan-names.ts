import { type CalendarDay, formatDay } from "@/lib/core/calendar";

/** A plan as far as its name goes. `startsOn` is null before its first version is published. */
export type TitledPlan = { planId: string; title: string; startsOn: CalendarDay | null };

/**
 * What tells plans apart, by plan: their titles; with the day they began where two have the same one, and counted where that is the
 * same too. @throws RangeError on a bad day.
 */
export function planNames(plans: readonly TitledPlan[]): Map<string, string> {
  const dated = (plan: TitledPlan) =>
    `${plan.title} (${plan.startsOn === null ? "not published" : `since ${formatDay(plan.startsOn, "short")}`})`;
  const isAlone = (nameOf: (plan: TitledPlan) => string, plan: TitledPlan) =>
    plans.filter((other) => nameOf(other) === nameOf(plan)).length === 1;
  const counted = new Map<string, number>();
  return new Map(
    plans.map((plan) => {
      if (isAlone(({ title }) => title, plan)) return [plan.planId, plan.title];
      const name = dated(plan);
      if (isAlone(dated, plan)) return [plan.planId, name];
      const number = (counted.get(name) ?? 0) + 1;
      counted.set(name, number);
      return [plan.planId, `${name}, ${number}`];
    }),
  );
}
