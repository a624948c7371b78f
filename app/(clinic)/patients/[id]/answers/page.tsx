import type { Metadata } from "next";
import { PatientAnswers } from "@/components/progress/patient-answers";
import { RecordHead } from "@/components/progress/record-head";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { invitePatient } from "../edit/actions";

export const metadata: Metadata = { title: "Patient’s answers" };

export default async function AnswersPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("clinician");
  const { id } = await params;
  const patient = await orNotFound(getPatientHeader(actor, { patientId: id }));
  const { responses } = await orNotFound(getPatientResponses(actor, { patientId: id }));
  return (
    <>
      <RecordHead patient={patient} invitePatient={invitePatient} />
      <PatientAnswers responses={responses} />
    </>
  );
}
