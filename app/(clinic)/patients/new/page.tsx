import type { Metadata } from "next";
import { AddPatientForm } from "@/components/identity/add-patient-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { calendarDayOf } from "@/lib/core/calendar";
import { now } from "@/lib/core/clock";
import { timeZoneChoices } from "@/lib/identity/time-zones";
import { addPatient } from "./actions";

export const metadata: Metadata = { title: "New patient" };

export default async function NewPatientPage() {
  const actor = await requireActor("clinician");
  return (
    <>
      <PageHeader title="New patient" back={{ href: "/patients", label: "Patients" }} />
      <AddPatientForm
        addPatient={addPatient}
        today={calendarDayOf(now(), actor.timeZone)}
        timeZone={actor.timeZone}
        timeZones={timeZoneChoices([actor.timeZone])}
      />
    </>
  );
}
