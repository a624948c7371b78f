import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { orNotFound, requireActor } from "@/lib/access/session";
import { ANOTHER_PLAN, plansHref } from "@/lib/plans/addresses";
import { getRunningPlans } from "@/lib/plans/queries/running";
import { BeginPlan } from "./begin-plan";
import { PlanInForce } from "./plan-in-force";
import { PlansPage } from "./plans-page";
import { WritePlan } from "./write-plan";

export const metadata: Metadata = { title: "Plan" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A patient's plans: how to begin one without any, the one there is, or the list of several, each behind its own address. */
export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const { plan: asked, published, read } = await searchParams;
  const running = await orNotFound(getRunningPlans(actor, { patientId }));
  const { plans } = running;
  if (plans.length === 0 || asked === ANOTHER_PLAN) return <BeginPlan actor={actor} running={running} />;
  if (asked === undefined && plans.length > 1) {
    const latest = plans
      .filter(({ version }) => String(version) === published)
      .sort((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0))[0];
    return <PlansPage actor={actor} running={running} notice={latest ? <Published plan={latest} /> : null} />;
  }
  const plan = asked === undefined ? plans[0] : plans.find(({ planId }) => planId === asked);
  // It has ended since, or there never was one: what there is now is to be seen.
  if (!plan) redirect(plansHref(running.patient.id));
  const isOnly = plans.length === 1;
  if (plan.draft && (read === undefined || plan.version === 0)) {
    return <WritePlan actor={actor} patientId={patientId} plan={plan} isOnly={isOnly} />;
  }
  const isJustPublished = published === String(plan.version);
  return (
    <PlanInForce
      actor={actor}
      patientId={patientId}
      plan={plan}
      isOnly={isOnly}
      notice={isJustPublished ? <Published plan={isOnly ? { ...plan, name: null } : plan} /> : null}
    />
  );
}

function Published({ plan: { name, version } }: { plan: { name: string | null; version: number } }) {
  return (
    <Notice
      tone="success"
      live
      className="mb-6"
      title={name === null ? `Version ${version} is published.` : `Version ${version} of ${name} is published.`}
    >
      It is in force from today.
    </Notice>
  );
}
