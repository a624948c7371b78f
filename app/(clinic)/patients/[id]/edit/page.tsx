import type { Metadata } from "next";
import { EditPatientForm } from "@/components/identity/edit-patient-form";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { calendarDayOf } from "@/lib/core/calendar";
import { now } from "@/lib/core/clock";
import { getPatient } from "@/lib/identity/queries";
import { timeZoneChoices } from "@/lib/identity/time-zones";
import { editPatient } from "./actions";

export const metadata: Metadata = { title: "Change details" };

export default async function EditPatientPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("clinician");
  const { id } = await params;
  const { name, dateOfBirth, email, region, side, goal, timeZone, hasAccount } = await orNotFound(
    getPatient(actor, { patientId: id }),
  );
  return (
    <>
      <PageHeader title="Change details" back={{ href: `/patients/${id}`, label: name }} />
      <EditPatientForm
        editPatient={editPatient}
        patient={{ patientId: id, name, dateOfBirth, email, region, side, goal, timeZone }}
        hasAccount={hasAccount}
        today={calendarDayOf(now(), actor.timeZone)}
        timeZones={timeZoneChoices([timeZone, actor.timeZone])}
      />
    </>
  );
}
