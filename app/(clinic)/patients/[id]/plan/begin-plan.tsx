import { ChoosePlanStart } from "@/components/plans/choose-plan-start";
import { PageHeader } from "@/components/ui/page-header";
import type { Person } from "@/lib/access/actor";
import { orNotFound } from "@/lib/access/session";
import { plansHref } from "@/lib/plans/addresses";
import { listProtocols } from "@/lib/plans/queries/protocols";
import type { RunningPlans } from "@/lib/plans/queries/running";
import { apply } from "./actions";

/** Where a plan begins: the first one, or another beside those there are. */
export async function BeginPlan({ actor, running: { patient, plans } }: { actor: Person; running: RunningPlans }) {
  const protocols = await orNotFound(listProtocols(actor, {}));
  const isFirst = plans.length === 0;
  return (
    <>
      <PageHeader
        title={isFirst ? "Choose a protocol" : "Start another plan"}
        eyebrow={isFirst ? undefined : <bdi>{patient.name}</bdi>}
        lead={
          isFirst
            ? "It becomes a draft that you change as you like, or begin with an empty one. Your patient sees nothing before you publish."
            : `It runs beside ${plans.map(({ name }) => name).join(" and ")}. Choose a protocol, or begin with an empty plan. Your patient sees nothing before you publish.`
        }
        back={
          isFirst
            ? { href: `/patients/${patient.id}`, label: patient.name }
            : { href: plansHref(patient.id), label: plans.length > 1 ? "All plans" : "Back to the plan" }
        }
      />
      <ChoosePlanStart patientId={patient.id} beside={!isFirst} protocols={protocols} apply={apply} />
    </>
  );
}
