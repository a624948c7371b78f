import { Card, CardTitle } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import { PORTAL_WORDS } from "@/lib/progress/person-words";
import type { PatientHeader } from "@/lib/progress/queries/patient-record";

/** Goal, contact and how far the patient has come into the portal. */
export function PatientCard({ patient }: { patient: PatientHeader }) {
  return (
    <Card as="section" pad="sm">
      <CardTitle>Goal</CardTitle>
      <blockquote className="measure whitespace-pre-line break-words border-coral border-s-[3px] ps-3">
        <bdi>{patient.goal}</bdi>
      </blockquote>
      <DescriptionList
        className="mt-3"
        items={[
          { term: "E-mail", detail: <span className="break-all">{patient.email}</span> },
          { term: "Born", detail: formatDay(patient.dateOfBirth, "short") },
          { term: "Portal", detail: portalInWords(patient) },
          { term: "Time zone", detail: patient.timeZone },
        ]}
      />
    </Card>
  );
}

function portalInWords({ portal, invitedOn, acceptedOn }: PatientHeader) {
  const since = (day: CalendarDay | null) => (day === null ? "" : `, ${formatDay(day, "short")}`);
  const words = PORTAL_WORDS[portal];
  return portal === "accepted" ? `${words}${since(acceptedOn)}` : `${words}${since(invitedOn)}`;
}
