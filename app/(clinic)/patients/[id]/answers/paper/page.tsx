import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PaperChoices } from "@/components/questionnaires/paper-choices";
import { PaperForm } from "@/components/questionnaires/paper-form";
import { PaperLicence } from "@/components/questionnaires/paper-licence";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";
import { getInstrument, listInstruments } from "@/lib/questionnaires/queries/instruments";
import { getPaperResponse } from "@/lib/questionnaires/queries/patient-responses";
import { enterAnswers } from "../actions";

export const metadata: Metadata = { title: "Enter from paper" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ slug?: string | string[]; corrects?: string | string[] }>;
};

export default async function PaperPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id: patientId } = await params;
  const { slug, corrects } = await searchParams;
  const { name, today } = await orNotFound(getPatientHeader(actor, { patientId }));
  const base = `/patients/${patientId}/answers`;

  if (typeof corrects === "string") {
    const before = await orNotFound(getPaperResponse(actor, { patientId, responseId: corrects }));
    const { instrument, ...entered } = before;
    return (
      <>
        <PageHeader
          title="Correct what was entered"
          lead={instrument.title}
          back={{ href: base, label: `Answers of ${name}` }}
        />
        <PaperLicence instrument={instrument} />
        <PaperForm
          key={entered.responseId}
          patientId={patientId}
          today={today}
          instrument={instrument}
          before={entered}
          enterAnswers={enterAnswers}
        />
      </>
    );
  }

  if (typeof slug === "string") {
    const { instrument, retiredAt } = await orNotFound(getInstrument(actor, { slug }));
    if (retiredAt) notFound();
    return (
      <>
        <PageHeader
          title="Enter from paper"
          lead={instrument.title}
          back={{ href: `${base}/paper`, label: "Another questionnaire" }}
        />
        <PaperLicence instrument={instrument} />
        <PaperForm
          key={slug}
          patientId={patientId}
          today={today}
          instrument={instrument}
          before={null}
          enterAnswers={enterAnswers}
        />
      </>
    );
  }

  return (
    <>
      <PageHeader
        title="Enter from paper"
        lead="Which questionnaire did the patient fill in?"
        back={{ href: base, label: `Answers of ${name}` }}
      />
      <PaperChoices instruments={await listInstruments(actor, {})} path={`${base}/paper`} />
    </>
  );
}
