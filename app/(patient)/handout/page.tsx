import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { choicesOf } from "@/components/handout/handout-hrefs";
import { HandoutView } from "@/components/handout/handout-view";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHandout } from "@/lib/export/queries/handout";

export const metadata: Metadata = { title: "Print my plan" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OwnHandoutPage({ searchParams }: Props) {
  const actor = await requireActor("patient");
  const { patientId } = actor;
  if (patientId === null) notFound();
  const choices = { ...choicesOf(await searchParams), text: "published" } as const;
  const handout = await orNotFound(getPatientHandout(actor, { patientId }));
  const back = { href: "/today", label: "Today" };
  if (handout) return <HandoutView handout={handout} choices={choices} path="/handout" back={back} />;
  return (
    <>
      <PageHeader title="Print my plan" back={back} />
      <EmptyState icon="list" title="No plan to print">
        Your physiotherapist has not given you a plan yet, or the last one has ended.
      </EmptyState>
    </>
  );
}
