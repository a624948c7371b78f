import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/core/calendar";
import { ROLE_NAMES } from "@/lib/identity/vocabulary";

type Row = {
  id: string;
  at: Date;
  actorName: string | null;
  actorRole: string;
  words: string;
  patientName: string | null;
};

type Props = {
  rows: readonly Row[];
  timeZone: string;
  isFiltered: boolean;
  /** Addresses of the newest page and of the one before this; null when there is none. */
  latest: string | null;
  earlier: string | null;
};

const roleName = (role: string) => (ROLE_NAMES as Record<string, string | undefined>)[role] ?? "The portal itself";

/** The audit log, newest first. */
export function AuditTable({ rows, timeZone, isFiltered, latest, earlier }: Props) {
  return (
    <>
      <Table
        caption="Audit log, newest first"
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="shield" title={isFiltered ? "Nothing fits" : "Nothing yet"}>
            {isFiltered ? "Try other days, or every kind." : "Each change, and each look at a record, is written here."}
          </EmptyState>
        }
        columns={[
          {
            key: "at",
            header: "When",
            cell: (row) => <span className="numeric whitespace-nowrap">{formatInstant(row.at, timeZone)}</span>,
          },
          {
            key: "who",
            header: "Who",
            primary: true,
            cell: (row) => (
              <span className="block">
                <bdi className="break-words">{row.actorName ?? roleName(row.actorRole)}</bdi>
                {row.actorName ? (
                  <span className="block font-normal text-ink-soft text-sm">{roleName(row.actorRole)}</span>
                ) : null}
              </span>
            ),
          },
          { key: "what", header: "What", cell: (row) => row.words },
          {
            key: "patient",
            header: "Patient",
            cell: (row) => <bdi className="break-words">{row.patientName ?? "–"}</bdi>,
          },
        ]}
      />
      {latest || earlier ? (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-2">
          {latest ? (
            <ButtonLink href={latest} variant="quiet">
              Back to the latest
            </ButtonLink>
          ) : null}
          {earlier ? (
            <ButtonLink href={earlier} variant="secondary">
              Show earlier
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
