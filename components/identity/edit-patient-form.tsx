"use client";

import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useActionForm } from "@/components/access/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Result } from "@/lib/core/errors";
import { editPatientSchema } from "@/lib/identity/schemas";
import { PATIENT_LABELS, PatientFields } from "./patient-fields";

type Input = z.input<typeof editPatientSchema>;

type Props = {
  editPatient: (value: Input) => Promise<Result<unknown>>;
  patient: Input;
  hasAccount: boolean;
  today: CalendarDay;
  timeZones: readonly { value: string; label: string }[];
};

/** A patient's details, to be changed; then back to the patient's page. */
export function EditPatientForm({ editPatient, patient, hasAccount, today, timeZones }: Props) {
  const router = useRouter();
  const back = `/patients/${patient.patientId}`;
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: editPatientSchema,
    act: editPatient,
    defaults: patient,
    labels: PATIENT_LABELS,
    done: () => {
      router.push(back);
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
        emailHint={
          hasAccount
            ? "Where the clinic writes to. The patient goes on signing in with the address they accepted with."
            : "With a new address, an invitation that was sent to the old one stops working."
        }
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton disabled={!isReady} pending={pending} pendingLabel="Saving…">
          Save changes
        </SubmitButton>
        <ButtonLink href={back} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
