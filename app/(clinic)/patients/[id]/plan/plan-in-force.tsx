import type { ReactNode } from "react";
import { saveProtocol, updateProtocol } from "@/app/(clinic)/protocols/actions";
import { pause, resume } from "@/app/pause-actions";
import { HandoutLinks } from "@/components/handout/handout-links";
import { ChangePlan } from "@/components/plans/change-plan";
import { PauseSection } from "@/components/plans/pause-section";
import { PlanSummary } from "@/components/plans/plan-summary";
import { ProtocolSave } from "@/components/plans/protocol-save";
import { RecordHead } from "@/components/progress/record-head";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Person } from "@/lib/access/actor";
import { orNotFound } from "@/lib/access/session";
import { anotherPlanHref, planHref, plansHref } from "@/lib/plans/addresses";
import { getPlanOverview } from "@/lib/plans/queries/overview";
import { listProtocols } from "@/lib/plans/queries/protocols";
import type { PlanAtAGlance } from "@/lib/plans/queries/running";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";
import { invitePatient } from "../edit/actions";
import { end, start } from "./actions";

type Props = { actor: Person; patientId: string; plan: PlanAtAGlance; isOnly: boolean; notice: ReactNode };

/** One plan as the patient follows it, and all that can be done with it. */
export async function PlanInForce({ actor, patientId, plan: { planId, name, draft }, isOnly, notice }: Props) {
  const header = await orNotFound(getPatientHeader(actor, { patientId }));
  const overview = await orNotFound(getPlanOverview(actor, { patientId, planId }));
  const { plan, resting, today } = overview;
  return (
    <>
      <RecordHead patient={header} invitePatient={invitePatient} isPlan />
      {notice}
      {isOnly ? null : (
        <div className="mb-3">
          <TextLink href={plansHref(header.id)} className="tap inline-flex items-center">
            All plans
          </TextLink>
          <h2 className="text-xl">{name}</h2>
        </div>
      )}
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-wrap items-start gap-2">
          {draft ? (
            <ButtonLink href={planHref(header.id, planId)} icon="edit">
              Go on writing
            </ButtonLink>
          ) : null}
          <ChangePlan
            planId={planId}
            patientId={header.id}
            name={isOnly ? null : name}
            hasDraft={draft !== null}
            start={start}
            end={end}
          />
          <ButtonLink href={anotherPlanHref(header.id)} variant="quiet" icon="plus">
            Start another plan
          </ButtonLink>
        </div>
        <aside aria-label="What else can be done" className="grid gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Card as="section" pad="sm" aria-labelledby="on-paper">
            <CardTitle id="on-paper">On paper</CardTitle>
            <HandoutLinks planId={planId} path={planHref(header.id, planId, "handout")} />
          </Card>
          {resting ? (
            <Card as="section" pad="sm" aria-labelledby="pause">
              <CardTitle id="pause">A holiday or an illness</CardTitle>
              <PauseSection
                patientId={header.id}
                today={today}
                plans={[resting]}
                words="The plan can rest. Your patient can do this as well."
                actions={{ pause, resume }}
              />
            </Card>
          ) : null}
          {plan ? (
            <Card as="section" pad="sm" aria-labelledby="protocols">
              <CardTitle id="protocols">For others too</CardTitle>
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <ProtocolSave
                  planId={planId}
                  text="in-force"
                  title={plan.title}
                  own={(await listProtocols(actor, {})).filter(({ isOwn }) => isOwn)}
                  actions={{ saveProtocol, updateProtocol }}
                />
                <TextLink href={planHref(header.id, planId, "compare")} className="inline-flex min-h-11 items-center">
                  Compare with a protocol
                </TextLink>
              </div>
            </Card>
          ) : null}
        </aside>
        <section aria-labelledby="followed" className="min-w-0 lg:col-start-1">
          <h2 id="followed" className="mb-3 text-lg">
            What your patient follows now
          </h2>
          <PlanSummary overview={overview} />
        </section>
      </div>
    </>
  );
}
