import type { Metadata } from "next";
import { saveProtocol, updateProtocol } from "@/app/(clinic)/protocols/actions";
import { pause, resume } from "@/app/pause-actions";
import { HandoutLinks } from "@/components/handout/handout-links";
import { BeginEmpty } from "@/components/plans/begin-empty";
import { Builder } from "@/components/plans/builder";
import { ChangePlan } from "@/components/plans/change-plan";
import { PauseSection } from "@/components/plans/pause-section";
import { PlanSummary } from "@/components/plans/plan-summary";
import { ProtocolCards } from "@/components/plans/protocol-cards";
import { ProtocolSave } from "@/components/plans/protocol-save";
import { RecordHead } from "@/components/progress/record-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { listLibrary } from "@/lib/library/queries";
import { searchLibrary } from "@/lib/library/queries/search";
import { getDraft } from "@/lib/plans/queries/draft";
import { getPlanOverview } from "@/lib/plans/queries/overview";
import { listProtocols } from "@/lib/plans/queries/protocols";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";

import { invitePatient } from "../edit/actions";
import { apply, discard, end, publish, save, start } from "./actions";

export const metadata: Metadata = { title: "Plan" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ published?: string }> };

export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const { patient, plan, draft, inForce, titles } = await orNotFound(getDraft(actor, { patientId }));
  const back = { href: `/patients/${patient.id}`, label: patient.name };

  if (plan && draft) {
    const [catalogue, exercises] = [await listLibrary(actor, {}), await searchLibrary(actor, { kind: "exercise" })];
    const pictures = new Map(exercises.map(({ versionId, figure, photoId }) => [versionId, { figure, photoId }]));
    const library = catalogue.map((item) => ({ ...item, picture: pictures.get(item.versionId) ?? null }));
    return (
      <>
        <PageHeader
          title={inForce ? "Change the plan" : "Write the plan"}
          lead={
            inForce
              ? `Version ${inForce.number} is in force until you publish this one.`
              : "Your patient sees nothing of it before you publish."
          }
          back={back}
          actions={
            <ProtocolSave
              planId={plan.planId}
              text="draft"
              title={draft.body.title}
              own={(await listProtocols(actor, {})).filter(({ isOwn }) => isOwn)}
              actions={{ saveProtocol, updateProtocol }}
            />
          }
        />
        <Builder
          key={plan.planId}
          patient={patient}
          plan={plan}
          draft={draft}
          inForce={inForce}
          titles={titles}
          library={library}
          actions={{ start, save, discard, publish }}
        />
      </>
    );
  }

  if (plan) {
    const header = await orNotFound(getPatientHeader(actor, { patientId }));
    const overview = await orNotFound(getPlanOverview(actor, { patientId }));
    const { published } = await searchParams;
    return (
      <>
        <RecordHead patient={header} invitePatient={invitePatient} isPlan />
        {inForce && published === String(inForce.number) ? (
          <Notice tone="success" live className="mb-6" title={`Version ${inForce.number} is published.`}>
            It is in force from today.
          </Notice>
        ) : null}
        <ChangePlan planId={plan.planId} patientId={patient.id} start={start} end={end} />
        {inForce ? (
          <div className="mb-6 flex flex-wrap items-center gap-2">
            <ProtocolSave
              planId={plan.planId}
              text="in-force"
              title={inForce.body.title}
              own={(await listProtocols(actor, {})).filter(({ isOwn }) => isOwn)}
              actions={{ saveProtocol, updateProtocol }}
            />
            <ButtonLink href={`/patients/${patient.id}/plan/compare`} variant="quiet" icon="list">
              Compare with a protocol
            </ButtonLink>
          </div>
        ) : null}
        <HandoutLinks planId={plan.planId} path={`/patients/${patient.id}/plan/handout`} />
        {inForce ? (
          <section aria-label="Pause" className="mb-6">
            <PauseSection
              patientId={patient.id}
              today={overview.today}
              pause={overview.pause}
              words="The plan can rest over a holiday or an illness. Your patient can do this as well."
              actions={{ pause, resume }}
            />
          </section>
        ) : null}
        <h2 className="mb-3 text-lg">What your patient follows now</h2>
        <PlanSummary overview={overview} />
      </>
    );
  }

  const protocols = await listProtocols(actor, {});
  return (
    <>
      <PageHeader
        title="Choose a protocol"
        lead="It becomes a draft that you change as you like, or begin with an empty one. Your patient sees nothing before you publish."
        back={back}
      />
      <BeginEmpty patientId={patient.id} apply={apply} />
      {protocols.length > 0 ? (
        <ProtocolCards patientId={patient.id} protocols={protocols} apply={apply} />
      ) : (
        <EmptyState icon="list" title="No protocols yet">
          Your clinic has no protocols to begin from. Ask whoever runs the portal to bring in its content.
        </EmptyState>
      )}
    </>
  );
}
