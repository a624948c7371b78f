import type { Metadata } from "next";
import { planInWords } from "@/components/plans/plan-list";
import { PlanPreview } from "@/components/plans/plan-preview";
import { WhichPlan } from "@/components/plans/which-plan";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { planHref, plansHref } from "@/lib/plans/addresses";
import { chosenPlan } from "@/lib/plans/chosen-plan";
import { getPreview } from "@/lib/plans/queries/preview";
import { getRunningPlans } from "@/lib/plans/queries/running";

export const metadata: Metadata = { title: "Preview of the plan" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PreviewPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const { plan: asked } = await searchParams;
  const running = await orNotFound(getRunningPlans(actor, { patientId }));
  const written = running.plans.filter(({ draft }) => draft !== null);
  const planId = chosenPlan(asked, written);
  const back = { href: plansHref(running.patient.id), label: "Back to the plan" };
  if (planId === "several") {
    return (
      <WhichPlan
        title="As your patient will see it"
        lead="Several plans are being written. Which one do you want to look at?"
        back={back}
        plans={written.map((plan) => ({
          ...plan,
          detail: planInWords(plan),
          href: planHref(running.patient.id, plan.planId, "preview"),
        }))}
      />
    );
  }
  const preview = await orNotFound(getPreview(actor, { patientId, planId }));
  const builder = planHref(preview.patient.id, preview.planId);
  const isOnly = running.plans.length === 1;
  return (
    <>
      <PageHeader
        title="As your patient will see it"
        eyebrow={
          <>
            <bdi>{preview.patient.name}</bdi>
            {isOnly ? null : `: ${preview.title}`}
          </>
        }
        lead={
          preview.isFirst
            ? "As if you published today. Day 1 is the day you publish."
            : "As if you published today. Things from earlier versions that still wait are not shown."
        }
        back={{ href: builder, label: "Back to the plan" }}
        actions={
          <>
            <ButtonLink
              href={`${planHref(preview.patient.id, preview.planId, "handout")}&draft`}
              variant="secondary"
              icon="note"
            >
              Print the draft
            </ButtonLink>
            <ButtonLink href={builder} icon="edit">
              Go on writing
            </ButtonLink>
          </>
        }
      />
      {isOnly ? null : (
        <p className="measure mb-4 text-ink-soft">
          This plan alone. On your patient’s phone the day also has what is due of the other plans.
        </p>
      )}
      <PlanPreview preview={preview} />
    </>
  );
}
