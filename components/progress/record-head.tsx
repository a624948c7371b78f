import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs";
import { PORTAL_WORDS, regionInWords } from "@/lib/progress/person-words";
import type { PatientHeader } from "@/lib/progress/queries/patient-record";
import { type InviteAction, InviteSlot } from "./invite-slot";

export type RecordHeadProps = {
  patient: PatientHeader;
  invitePatient: InviteAction;
  /** True on the plan's own page, which has its own way to change it. */
  isPlan?: boolean;
};

/** The head of each page of a patient's record: who it is, what can be done from here, and the record's pages. */
export function RecordHead({ patient, invitePatient, isPlan = false }: RecordHeadProps) {
  const base = `/patients/${patient.id}`;
  return (
    <>
      <PageHeader
        title={<bdi>{patient.name}</bdi>}
        back={{ href: "/patients", label: "Patients" }}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
            <span>
              {patient.ageYears} years, {regionInWords(patient.region, patient.side)}
            </span>
            {patient.portal === "accepted" ? null : (
              <Badge tone={patient.portal === "invited" ? "neutral" : "caution"} icon="mail">
                {PORTAL_WORDS[patient.portal]}
              </Badge>
            )}
          </span>
        }
        actions={
          <>
            <InviteSlot patient={patient} invitePatient={invitePatient} />
            <ButtonLink href={`${base}/edit`} variant="secondary" icon="person">
              Edit details
            </ButtonLink>
            {isPlan ? null : (
              <ButtonLink href={`${base}/plan`} icon="note">
                Edit plan
              </ButtonLink>
            )}
          </>
        }
      />
      <TabsNav
        label={`Record of ${patient.name}`}
        items={[
          { href: base, label: "Overview", exact: true },
          { href: `${base}/log`, label: "Practice log" },
          { href: `${base}/answers`, label: "Answers" },
          { href: `${base}/plan`, label: "Plan" },
        ]}
      />
    </>
  );
}
