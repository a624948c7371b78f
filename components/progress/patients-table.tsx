import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import type { PatientEntry } from "@/lib/progress/patient-entry";
import { PORTAL_WORDS, positionInWords, regionInWords, shareInWords } from "@/lib/progress/person-words";
import { RowKeys } from "./row-keys";
import { RowLink } from "./row-link";
import { agoInWords } from "./worklist-table";

const COLUMNS: Column<PatientEntry>[] = [
  {
    key: "name",
    header: "Patient",
    primary: true,
    cell: (entry) => <RowLink patientId={entry.id} name={entry.name} />,
  },
  {
    key: "region",
    header: "Region",
    cell: (entry) => (
      <span className="inline-block first-letter:uppercase">{regionInWords(entry.region, entry.side)}</span>
    ),
  },
  { key: "plan", header: "Plan", cell: (entry) => positionInWords(entry.position) },
  { key: "active", header: "Last active", cell: (entry) => agoInWords(entry.lastActiveOn, entry.today) },
  {
    key: "share",
    header: "Done, 14 days",
    align: "end",
    cell: (entry) => <span className="numeric">{shareInWords(entry.recentShare)}</span>,
  },
  {
    key: "portal",
    header: "Portal",
    cell: (entry) => (
      <Badge tone={entry.portal === "accepted" ? "teal" : "neutral"}>{PORTAL_WORDS[entry.portal]}</Badge>
    ),
  },
];

/** The clinic's patients, a row each. */
export function PatientsTable({ entries }: { entries: readonly PatientEntry[] }) {
  return (
    <RowKeys>
      <Table caption="Patients" hideCaption columns={COLUMNS} rows={entries} rowKey={(entry) => entry.id} />
    </RowKeys>
  );
}
