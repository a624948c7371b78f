/**
 * Which of a patient's plans a page is about: the one its address names, which may be none of these; the only one there is; or "several"
 * when that has to be asked. Undefined without any.
 */
export function chosenPlan(
  asked: string | string[] | undefined,
  plans: readonly { planId: string }[],
): string | undefined {
  if (typeof asked === "string") return asked;
  return plans.length > 1 ? "several" : plans[0]?.planId;
}
