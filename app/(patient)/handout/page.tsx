import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { choicesOf, withChoices } from "@/components/handout/handout-hrefs";
import { HandoutView } from "@/components/handout/handout-view";
import { WhichPlan } from "@/components/plans/which-plan";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHandout } from "@/lib/export/queries/handout";
import { chosenPlan } from "@/lib/plans/chosen-plan";
import { getOwnPause } from "@/lib/plans/queries/pausing";

export const metadata: Metadata = { title: "Print my plan" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OwnHandoutPage({ searchParams }: Props) {
  const actor = await requireActor("patient");
  const { patientId } = actor;
  if (patientId === null) notFound();
  const search = await searchParams;
  const choices = { ...choicesOf(search), text: "published" } as const;
  const { plans } = await orNotFound(getOwnPause(actor, {}));
  const planId = chosenPlan(search.plan, plans);
  const back = { href: "/today", label: "Today" };
  const pathOf = (id: string) => `/handout?plan=${id}`;
  if (planId === "several") {
    return (
      <WhichPlan
        title="Print my plan"
        lead="You have more than one plan. Which one do you want to print?"
        back={back}
        plans={plans.map(({ planId: id, name }) => ({ planId: id, name, href: withChoices(pathOf(id), choices) }))}
      />
    );
  }
  const handout = await orNotFound(getPatientHandout(actor, { patientId, planId }));
  if (handout) return <HandoutView handout={handout} choices={choices} path={pathOf(handout.planId)} back={back} />;
  return (
    <>
      <PageHeader title="Print my plan" back={back} />
      <EmptyState icon="list" title="No plan to print">
        Your physiotherapist has not given you a plan yet, or the last one has ended.
      </EmptyState>
    </>
  );
}
