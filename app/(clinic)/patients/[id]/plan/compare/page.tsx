import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { planInWords } from "@/components/plans/plan-list";
import { ProtocolCompare } from "@/components/plans/protocol-compare";
import { WhichPlan } from "@/components/plans/which-plan";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { planHref, plansHref, readPlanHref } from "@/lib/plans/addresses";
import { chosenPlan } from "@/lib/plans/chosen-plan";
import { comparePlan, listProtocols } from "@/lib/plans/queries/protocols";
import { getRunningPlans } from "@/lib/plans/queries/running";

export const metadata: Metadata = { title: "Compare the plan" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const { with: asked, plan } = await searchParams;
  const running = await orNotFound(getRunningPlans(actor, { patientId }));
  const planId = chosenPlan(plan, running.plans);
  if (planId === "several") {
    return (
      <WhichPlan
        title="Compare with a protocol"
        lead="Which plan do you want to compare?"
        back={{ href: plansHref(running.patient.id), label: "All plans" }}
        plans={running.plans.map((one) => ({
          ...one,
          detail: planInWords(one),
          href: planHref(running.patient.id, one.planId, "compare"),
        }))}
      />
    );
  }
  const protocols = await listProtocols(actor, {});
  const slug = typeof asked === "string" ? asked : protocols[0]?.slug;
  if (slug === undefined) notFound();
  const compared = await orNotFound(comparePlan(actor, { patientId, planId, slug }));
  return (
    <>
      <PageHeader
        title="Compare with a protocol"
        eyebrow={<bdi>{compared.patient.name}</bdi>}
        back={{ href: readPlanHref(compared.patient.id, compared.planId), label: "Back to the plan" }}
      />
      <ProtocolCompare protocols={protocols} compared={compared} />
    </>
  );
}
