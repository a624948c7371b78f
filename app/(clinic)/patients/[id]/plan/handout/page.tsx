import type { Metadata } from "next";
import { choicesOf, withChoices } from "@/components/handout/handout-hrefs";
import { HandoutView } from "@/components/handout/handout-view";
import { planInWords } from "@/components/plans/plan-list";
import { WhichPlan } from "@/components/plans/which-plan";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHandout } from "@/lib/export/queries/handout";
import { planHref, plansHref, readPlanHref } from "@/lib/plans/addresses";
import { chosenPlan } from "@/lib/plans/chosen-plan";
import { getRunningPlans } from "@/lib/plans/queries/running";

export const metadata: Metadata = { title: "Handout" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PatientHandoutPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const search = await searchParams;
  const choices = choicesOf(search);
  const isDraft = choices.text === "draft";
  const running = await orNotFound(getRunningPlans(actor, { patientId }));
  const printable = running.plans.filter(({ draft, version }) => (isDraft ? draft !== null : version > 0));
  const planId = chosenPlan(search.plan, printable);
  const pathOf = (id: string) => planHref(running.patient.id, id, "handout");
  if (planId === "several") {
    return (
      <WhichPlan
        title="Handout"
        lead="Each plan has a handout of its own. Which one?"
        back={{ href: plansHref(running.patient.id), label: "All plans" }}
        plans={printable.map((plan) => ({
          ...plan,
          detail: planInWords(plan),
          href: withChoices(pathOf(plan.planId), choices),
        }))}
      />
    );
  }
  const handout = await orNotFound(getPatientHandout(actor, { patientId, planId, text: choices.text }));
  if (handout) {
    const { planId: id } = handout;
    const back = isDraft ? planHref(running.patient.id, id) : readPlanHref(running.patient.id, id);
    return (
      <HandoutView
        handout={handout}
        choices={choices}
        path={pathOf(id)}
        back={{ href: back, label: "Back to the plan" }}
      />
    );
  }
  return (
    <>
      <PageHeader title="Handout" back={{ href: plansHref(running.patient.id), label: "Back to the plan" }} />
      <EmptyState icon="list" title="Nothing to print yet">
        {isDraft ? "No change of this plan is being written." : "A plan can be printed once it is published."}
      </EmptyState>
    </>
  );
}
