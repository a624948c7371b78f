"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { useActionForm } from "@/components/access/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { addPatientSchema } from "@/lib/identity/schemas";
import { PATIENT_LABELS, PatientFields } from "./patient-fields";

type Props = {
  addPatient: (value: z.input<typeof addPatientSchema>) => Promise<Result<{ patientId: string }>>;
  today: CalendarDay;
  timeZone: string;
  timeZones: readonly { value: string; label: string }[];
};

/** A new patient's details. Sending it twice opens one record; then it goes to the patient's page. */
export function AddPatientForm({ addPatient, today, timeZone, timeZones }: Props) {
  const router = useRouter();
  const [id] = useState(newId);
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: addPatientSchema,
    act: addPatient,
    defaults: { id, timeZone },
    labels: PATIENT_LABELS,
    done: ({ patientId }) => {
      router.push(`/patients/${patientId}`);
      return "leaving";
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-xl gap-5">
      <FormErrorSummary {...summary} />
      <PatientFields
        field={field}
        today={today}
        timeZones={timeZones}
        emailHint="The invitation goes there, when you send it."
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton disabled={!isReady} pending={pending} pendingLabel="Adding…">
          Add patient
        </SubmitButton>
        <ButtonLink href="/patients" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
