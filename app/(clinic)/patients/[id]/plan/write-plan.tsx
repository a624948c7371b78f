import { saveProtocol, updateProtocol } from "@/app/(clinic)/protocols/actions";
import { Builder } from "@/components/plans/builder";
import { ProtocolSave } from "@/components/plans/protocol-save";
import { PageHeader } from "@/components/ui/page-header";
import type { Person } from "@/lib/access/actor";
import { orNotFound } from "@/lib/access/session";
import { found } from "@/lib/core/errors";
import { listLibrary } from "@/lib/library/queries";
import { searchLibrary } from "@/lib/library/queries/search";
import { plansHref } from "@/lib/plans/addresses";
import { getDraft } from "@/lib/plans/queries/draft";
import { listProtocols } from "@/lib/plans/queries/protocols";
import type { PlanAtAGlance } from "@/lib/plans/queries/running";
import { listScores } from "@/lib/questionnaires/queries/scores";
import { discard, publish, save, start } from "./actions";

type Props = { actor: Person; patientId: string; plan: PlanAtAGlance; isOnly: boolean };

/** Where the text of one plan is written. */
export async function WritePlan({ actor, patientId, plan: { planId, name }, isOnly }: Props) {
  const view = await orNotFound(getDraft(actor, { patientId, planId }));
  const { patient, inForce, titles } = view;
  const [plan, draft] = [found(view.plan), found(view.draft)];
  const [catalogue, exercises] = [await listLibrary(actor, {}), await searchLibrary(actor, { kind: "exercise" })];
  const pictures = new Map(exercises.map(({ versionId, figure, photoId }) => [versionId, { figure, photoId }]));
  const library = catalogue.map((item) => ({ ...item, picture: pictures.get(item.versionId) ?? null }));
  return (
    <>
      <PageHeader
        title={inForce ? "Change the plan" : "Write the plan"}
        eyebrow={
          isOnly ? undefined : (
            <>
              <bdi>{patient.name}</bdi>: {name}
            </>
          )
        }
        lead={
          inForce
            ? `Version ${inForce.number} is in force until you publish this one.`
            : "Your patient sees nothing of it before you publish."
        }
        back={
          isOnly
            ? { href: `/patients/${patient.id}`, label: patient.name }
            : { href: plansHref(patient.id), label: "All plans" }
        }
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
        scores={await listScores(actor, {})}
        actions={{ start, save, discard, publish }}
      />
    </>
  );
}
