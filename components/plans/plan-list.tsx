import { HandoutLink } from "@/components/handout/handout-links";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/core/calendar";
import { anotherPlanHref, planHref, readPlanHref } from "@/lib/plans/addresses";
import type { PlanAtAGlance } from "@/lib/plans/queries/running";
import { ChangePlan } from "./change-plan";
import type { EndAction, StartAction } from "./draft-actions";
import { pausedInWords } from "./pause-section";

type Props = { patientId: string; plans: readonly PlanAtAGlance[]; actions: { start: StartAction; end: EndAction } };

/** The plans a patient has, each with what can be done with it, and the way to one more. */
export function PlanList({ patientId, plans, actions }: Props) {
  return (
    <>
      <ul aria-label="Plans" className="grid gap-4">
        {plans.map((plan) => (
          <Card as="li" key={plan.planId} pad="sm" className="grid gap-3">
            <PlanHead patientId={patientId} plan={plan} />
            <div className="flex flex-wrap items-start gap-2">
              {plan.version > 0 ? (
                <ButtonLink href={readPlanHref(patientId, plan.planId)} size="sm" variant="secondary" icon="list">
                  Open
                  <Of plan={plan} />
                </ButtonLink>
              ) : null}
              {plan.draft ? (
                <>
                  <ButtonLink href={planHref(patientId, plan.planId)} size="sm" variant="secondary" icon="edit">
                    Go on writing
                    <Of plan={plan} />
                  </ButtonLink>
                  <ButtonLink href={planHref(patientId, plan.planId, "preview")} size="sm" variant="secondary">
                    Preview
                    <Of plan={plan} />
                  </ButtonLink>
                </>
              ) : null}
              {plan.version > 0 ? (
                <>
                  <ChangePlan
                    planId={plan.planId}
                    patientId={patientId}
                    name={plan.name}
                    hasDraft={plan.draft !== null}
                    isListed
                    {...actions}
                  />
                  <HandoutLink href={planHref(patientId, plan.planId, "handout")} name={plan.name} />
                </>
              ) : null}
            </div>
          </Card>
        ))}
      </ul>
      <ButtonLink href={anotherPlanHref(patientId)} variant="secondary" icon="plus" className="mt-5">
        Start another plan
      </ButtonLink>
    </>
  );
}

const Of = ({ plan }: { plan: PlanAtAGlance }) => <span className="sr-only">: {plan.name}</span>;

function PlanHead({ patientId, plan }: { patientId: string; plan: PlanAtAGlance }) {
  const { planId, name, version, draft, pause } = plan;
  return (
    <div>
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
        <TextLink href={version > 0 ? readPlanHref(patientId, planId) : planHref(patientId, planId)}>{name}</TextLink>
        {pause ? <Badge>Paused</Badge> : null}
        {draft ? <Badge tone="caution">{version > 0 ? "A change is being written" : "Being written"}</Badge> : null}
      </h2>
      <p className="text-ink-soft">{planInWords(plan)}</p>
      {pause ? <p className="text-ink-soft text-sm">{pausedInWords(pause)}.</p> : null}
      {draft ? (
        <p className="text-ink-soft text-sm">
          Last saved by <bdi>{draft.updatedBy}</bdi>. Your patient sees nothing of it before you publish.
        </p>
      ) : null}
    </div>
  );
}

/** "Since 2 Mar 2026, version 3, phase 2 of 3: Build strength", or that nothing is published. */
export function planInWords({
  startsOn,
  version,
  phase,
}: Pick<PlanAtAGlance, "startsOn" | "version" | "phase">): string {
  if (startsOn === null || version === 0) return "Not published yet";
  const place = phase && phase.count > 1 ? `, phase ${phase.number} of ${phase.count}: ${phase.title}` : "";
  return `Since ${formatDay(startsOn, "short")}, version ${version}${place}`;
}
