import { planInWords } from "@/components/plans/plan-list";
import { Card, CardTitle } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { anotherPlanHref, planHref, plansHref, readPlanHref } from "@/lib/plans/addresses";
import type { PlanAtAGlance } from "@/lib/plans/queries/running";
import type { PlanInForce } from "@/lib/progress/plan-in-force";
import { PlanInForceCard } from "./plan-in-force-card";

type Props = { patientId: string; plans: readonly PlanInForce[]; running: readonly PlanAtAGlance[] };

/** The plans of a patient: each with where they are in it and what is being written, and the way to one more. */
export function PlanCards({ patientId, plans, running }: Props) {
  const unpublished = running.filter(({ version }) => version === 0);
  return (
    <>
      {plans.map((plan) => (
        <PlanInForceCard
          key={plan.planId}
          plan={plan}
          href={plan.position.state === "ended" ? plansHref(patientId) : readPlanHref(patientId, plan.planId)}
          writing={writingOf(patientId, running, plan.planId)}
        />
      ))}
      {unpublished.map((plan) => (
        <Card as="section" pad="sm" key={plan.planId}>
          <CardTitle>{plan.name}</CardTitle>
          <p className="text-ink-soft">{planInWords(plan)}.</p>
          <TextLink href={planHref(patientId, plan.planId)} className="mt-2 inline-block">
            Go on writing
            <span className="sr-only">: {plan.name}</span>
          </TextLink>
        </Card>
      ))}
      {plans.length + unpublished.length === 0 ? (
        <Card as="section" pad="sm">
          <CardTitle>Plan</CardTitle>
          <p className="text-ink-soft">Nothing is published yet.</p>
        </Card>
      ) : null}
      {running.length === 0 ? (
        <TextLink href={plansHref(patientId)} className="tap inline-flex items-center">
          Make a plan
        </TextLink>
      ) : (
        <p className="flex flex-wrap gap-x-5">
          {running.length > 1 ? (
            <TextLink href={plansHref(patientId)} className="tap inline-flex items-center">
              All {running.length} plans
            </TextLink>
          ) : null}
          <TextLink href={anotherPlanHref(patientId)} className="tap inline-flex items-center">
            Start another plan
          </TextLink>
        </p>
      )}
    </>
  );
}

/** Who is writing a change of a plan, and where it is written; null when nobody is. */
function writingOf(patientId: string, running: Props["running"], planId: string) {
  const draft = running.find((plan) => plan.planId === planId)?.draft;
  return draft ? { by: draft.updatedBy, href: planHref(patientId, planId) } : null;
}
