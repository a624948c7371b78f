import type { Metadata } from "next";
import { cache } from "react";
import { InstrumentAsked } from "@/components/questionnaires/instrument-asked";
import { InstrumentDownload } from "@/components/questionnaires/instrument-download";
import { InstrumentFacts } from "@/components/questionnaires/instrument-facts";
import { InstrumentFlags } from "@/components/questionnaires/instrument-flags";
import { InstrumentReferences } from "@/components/questionnaires/instrument-references";
import { InstrumentScoring } from "@/components/questionnaires/instrument-scoring";
import { Retire } from "@/components/shell/retire";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getInstrumentPage } from "@/lib/questionnaires/queries/shelf";
import { restoreQuestionnaire, retireQuestionnaire } from "../actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ brought?: string | string[] }>;
};

const load = cache(async (slug: string) => {
  const actor = await requireActor("clinician");
  return { actor, shown: await orNotFound(getInstrumentPage(actor, { slug })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shown } = await load((await params).slug);
  return { title: shown.instrument.title };
}

export default async function QuestionnairePage({ params, searchParams }: Props) {
  const { actor, shown } = await load((await params).slug);
  const { brought } = await searchParams;
  const { slug, origin, number, instrument, instrumentId, retiredAt, versions } = shown;
  return (
    <>
      <PageHeader
        title={instrument.title}
        eyebrow={origin === "licensed" ? "Licensed by your clinic" : "Plumbline’s own"}
        back={{ href: "/questionnaires", label: "Questionnaires" }}
        actions={
          <>
            <InstrumentDownload href={`/api/questionnaires/${slug}`}>Export as FHIR</InstrumentDownload>
            {origin === "licensed" ? (
              <ButtonLink href={`/questionnaires/licensed/${slug}`} icon="up" variant="secondary">
                Bring in newer words
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {brought === String(number) ? (
        <Notice tone="success" live className="mb-6" title={`Version ${number} is in.`}>
          You can send it to a patient or put it into a plan. Read it through once: are the words where they belong?
        </Notice>
      ) : null}
      {retiredAt ? (
        <Notice tone="info" title="This is retired." className="mb-6">
          It is not offered any more. Plans that ask it keep asking it.
        </Notice>
      ) : null}
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-8">
          <InstrumentAsked instrument={instrument} />
          <InstrumentScoring instrument={instrument} />
          <InstrumentFlags instrument={instrument} />
          <InstrumentReferences instrument={instrument} />
        </div>
        <aside aria-label="About this questionnaire" className="grid gap-7">
          <InstrumentFacts instrument={instrument} versions={versions} timeZone={actor.timeZone} />
          <Retire
            input={{ instrumentId }}
            isRetired={retiredAt !== null}
            retire={retireQuestionnaire}
            restore={restoreQuestionnaire}
            question="Take this out of use?"
          >
            <bdi className="font-semibold">{instrument.title}</bdi> can no longer be added to a plan or sent. Plans that
            ask it keep asking it, and every answer stays. You can bring it back.
          </Retire>
        </aside>
      </div>
    </>
  );
}
