import type { Metadata } from "next";
import { PatientAnswers } from "@/components/progress/patient-answers";
import { RecordHead } from "@/components/progress/record-head";
import { SendNowButton } from "@/components/questionnaires/send-now-button";
import { WaitingList } from "@/components/questionnaires/waiting-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";
import { listInstruments } from "@/lib/questionnaires/queries/instruments";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { invitePatient } from "../edit/actions";
import { markSeen, sendQuestionnaire, takeBack } from "./actions";

export const metadata: Metadata = { title: "Patient’s answers" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ of?: string | string[]; saved?: string | string[] }>;
};

export default async function AnswersPage({ params, searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { id } = await params;
  const { of, saved } = await searchParams;
  const patient = await orNotFound(getPatientHeader(actor, { patientId: id }));
  const { responses, waiting } = await orNotFound(getPatientResponses(actor, { patientId: id }));
  const instruments = await listInstruments(actor, {});
  return (
    <>
      <RecordHead patient={patient} invitePatient={invitePatient} />
      {responses.some(({ responseId }) => responseId === saved) ? (
        <Notice tone="success" live title="The answers from paper are kept." className="mb-5" />
      ) : null}
      <div className="grid gap-6">
        <WaitingList
          waiting={waiting}
          takeBack={takeBack}
          actions={
            <>
              <SendNowButton patientId={id} instruments={instruments} sendQuestionnaire={sendQuestionnaire} />
              <ButtonLink href={`/patients/${id}/answers/paper`} variant="secondary" icon="note">
                Enter from paper
              </ButtonLink>
            </>
          }
        />
        <PatientAnswers patientId={id} responses={responses} of={of} markSeen={markSeen} />
      </div>
    </>
  );
}
