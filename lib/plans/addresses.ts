/** The pages of a patient's plans. Without a plan it is the one that runs; with several that run, the list of them. */
export function plansHref(patientId: string): string {
  return `/patients/${patientId}/plan`;
}

/** A page of one plan: where it is written or read, or one of its parts. */
export function planHref(patientId: string, planId: string, part?: "preview" | "handout" | "compare"): string {
  return `${plansHref(patientId)}${part ? `/${part}` : ""}?plan=${planId}`;
}

/** Where a plan in force is read, also while a change of it is being written. */
export function readPlanHref(patientId: string, planId: string): string {
  return `${planHref(patientId, planId)}&read`;
}

/** Where a plan is begun beside those that run. */
export function anotherPlanHref(patientId: string): string {
  return `${plansHref(patientId)}?plan=${ANOTHER_PLAN}`;
}

/** What stands in place of a plan's id in the address where another one is begun. */
export const ANOTHER_PLAN = "new";
