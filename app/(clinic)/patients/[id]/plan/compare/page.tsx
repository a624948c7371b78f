import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProtocolCompare } from "@/components/plans/protocol-compare";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { comparePlan, listProtocols } from "@/lib/plans/queries/protocols";

export const metadata: Metadata = { title: "Compare the plan" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const { with: asked } = await searchParams;
  const protocols = await listProtocols(actor, {});
  const slug = typeof asked === "string" ? asked : protocols[0]?.slug;
  if (slug === undefined) notFound();
  const compared = await orNotFound(comparePlan(actor, { patientId, slug }));
  return (
    <>
      <PageHeader
        title="Compare with a protocol"
        eyebrow={<bdi>{compared.patient.name}</bdi>}
        back={{ href: `/patients/${compared.patient.id}/plan`, label: "Back to the plan" }}
      />
      <ProtocolCompare protocols={protocols} compared={compared} />
    </>
  );
}
