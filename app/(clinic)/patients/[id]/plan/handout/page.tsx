import type { Metadata } from "next";
import { choicesOf } from "@/components/handout/handout-hrefs";
import { HandoutView } from "@/components/handout/handout-view";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHandout } from "@/lib/export/queries/handout";

export const metadata: Metadata = { title: "Handout" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PatientHandoutPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const choices = choicesOf(await searchParams);
  const handout = await orNotFound(getPatientHandout(actor, { patientId, text: choices.text }));
  const plan = `/patients/${patientId}/plan`;
  const back = { href: plan, label: "Back to the plan" };
  if (handout) return <HandoutView handout={handout} choices={choices} path={`${plan}/handout`} back={back} />;
  return (
    <>
      <PageHeader title="Handout" back={back} />
      <EmptyState icon="list" title="Nothing to print yet">
        {choices.text === "draft"
          ? "No change of this plan is being written."
          : "A plan can be printed once it is published."}
      </EmptyState>
    </>
  );
}
