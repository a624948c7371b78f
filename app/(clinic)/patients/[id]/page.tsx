import type { Metadata } from "next";
import { PatientQuestions } from "@/components/messages/patient-questions";
import { SuggestionList } from "@/components/plans/suggestion-list";
import { RecordHead } from "@/components/progress/record-head";
import { RecordOverview } from "@/components/progress/record-overview";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientQuestions } from "@/lib/messages/queries";
import { getPatientRecord } from "@/lib/progress/queries/patient-record";
import { answer, decide } from "./actions";
import { invitePatient } from "./edit/actions";

export const metadata: Metadata = { title: "Patient" };

export default async function PatientPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("clinician");
  const { id } = await params;
  const record = await orNotFound(getPatientRecord(actor, { patientId: id }));
  const questions = await orNotFound(getPatientQuestions(actor, { patientId: id }));
  return (
    <>
      <RecordHead patient={record.patient} invitePatient={invitePatient} />
      <RecordOverview
        record={record}
        ready={
          <SuggestionList patientId={record.patient.id} ready={record.ready} written={record.written} decide={decide} />
        }
        questions={<PatientQuestions questions={questions} timeZone={actor.timeZone} answer={answer} />}
      />
    </>
  );
}
