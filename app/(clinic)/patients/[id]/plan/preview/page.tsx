import type { Metadata } from "next";
import { PlanPreview } from "@/components/plans/plan-preview";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPreview } from "@/lib/plans/queries/preview";

export const metadata: Metadata = { title: "Preview of the plan" };

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const preview = await orNotFound(getPreview(actor, { patientId }));
  const builder = `/patients/${preview.patient.id}/plan`;
  return (
    <>
      <PageHeader
        title="As your patient will see it"
        eyebrow={preview.patient.name}
        lead={
          preview.isFirst
            ? "As if you published today. Day 1 is the day you publish."
            : "As if you published today. Things from earlier versions that still wait are not shown."
        }
        back={{ href: builder, label: "Back to the plan" }}
        actions={
          <>
            <ButtonLink href={`${builder}/handout?draft`} variant="secondary" icon="note">
              Print the draft
            </ButtonLink>
            <ButtonLink href={builder} icon="edit">
              Go on writing
            </ButtonLink>
          </>
        }
      />
      <PlanPreview preview={preview} />
    </>
  );
}
