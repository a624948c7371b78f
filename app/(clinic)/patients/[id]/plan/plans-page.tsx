import type { ReactNode } from "react";
import { pause, resume } from "@/app/pause-actions";
import { PauseSection } from "@/components/plans/pause-section";
import { PlanList } from "@/components/plans/plan-list";
import { RecordHead } from "@/components/progress/record-head";
import type { Person } from "@/lib/access/actor";
import { orNotFound } from "@/lib/access/session";
import type { RunningPlans } from "@/lib/plans/queries/running";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";
import { invitePatient } from "../edit/actions";
import { end, start } from "./actions";

type Props = { actor: Person; running: RunningPlans; notice: ReactNode };

/** The plans of a patient who has several. */
export async function PlansPage({ actor, running: { patient, today, plans }, notice }: Props) {
  const header = await orNotFound(getPatientHeader(actor, { patientId: patient.id }));
  const inForce = plans.filter(({ version }) => version > 0);
  return (
    <>
      <RecordHead patient={header} invitePatient={invitePatient} isPlan />
      {notice}
      <p className="measure mb-4 text-ink-soft">
        These plans run side by side. Your patient sees what is due of all of them as one day.
      </p>
      <PlanList patientId={patient.id} plans={plans} actions={{ start, end }} />
      {inForce.length > 0 ? (
        <section aria-label="Pause" className="mt-8">
          <PauseSection
            patientId={patient.id}
            today={today}
            plans={inForce}
            words="Plans can rest over a holiday or an illness, one of them or all. Your patient can do this as well."
            actions={{ pause, resume }}
          />
        </section>
      ) : null}
    </>
  );
}
