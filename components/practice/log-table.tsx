import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import { formatDay, formatInstant } from "@/lib/core/calendar";
import { doseInWords } from "@/lib/plans/dosage";
import type { PatientLog } from "@/lib/practice/queries/patient-logs";
import { resultInWords } from "@/lib/practice/result-words";

type Props = { logs: readonly PatientLog[]; timeZone: string };

/** Everything a patient reported, for their clinician: each row as it came, corrected ones too, beside the dose of that day. */
export function LogTable({ logs, timeZone }: Props) {
  return (
    <Table
      caption="Practice log; pain and effort from 0 to 10"
      hideCaption
      columns={columns(timeZone)}
      rows={logs}
      rowKey={(log) => log.id}
      empty={<EmptyState title="Nothing logged in these days">Logs appear here as the patient sends them.</EmptyState>}
    />
  );
}

function columns(timeZone: string): Column<PatientLog>[] {
  return [
    {
      key: "day",
      header: "Day",
      cell: (log) => (
        <Faded log={log}>
          <span className="whitespace-nowrap">{formatDay(log.dueOn, "short")}</span>
        </Faded>
      ),
    },
    { key: "exercise", header: "Exercise", primary: true, cell: (log) => <Faded log={log}>{exerciseOf(log)}</Faded> },
    {
      key: "dose",
      header: "Prescribed",
      cell: (log) => <Faded log={log}>{log.dose ? doseInWords(log.dose) : ""}</Faded>,
    },
    { key: "told", header: "Reported", cell: (log) => <Told log={log} /> },
    { key: "pain", header: "Pain", align: "end", cell: (log) => <Pain log={log} /> },
    { key: "effort", header: "Effort", align: "end", cell: (log) => <Score value={log.effortRpe} /> },
    {
      key: "when",
      header: "Done, received",
      cell: (log) => (
        <span className="text-ink-soft text-sm md:whitespace-nowrap">
          {formatInstant(log.performedAt, timeZone)}
          {isLate(log) ? (
            <span className="block">
              received <br className="max-md:hidden" />
              {formatInstant(log.receivedAt, timeZone)}
            </span>
          ) : null}
        </span>
      ),
    },
  ];
}

function exerciseOf({ title, plan, occasion }: PatientLog) {
  return (
    <>
      {occasion > 1 ? `${title} (${occasion})` : title}
      {plan ? <span className="block font-normal text-ink-soft text-sm">{plan}</span> : null}
    </>
  );
}

/** An hour between doing and hearing of it is worth telling. */
const isLate = (log: PatientLog) => log.receivedAt.getTime() - log.performedAt.getTime() > 3_600_000;

function Faded({ log, children }: { log: PatientLog; children: ReactNode }) {
  return log.replacedById ? <span className="text-ink-soft">{children}</span> : children;
}

function Told({ log }: { log: PatientLog }) {
  return (
    <span className={`grid justify-items-start gap-1 ${log.replacedById ? "text-ink-soft" : ""}`}>
      <span>{resultInWords(log)}</span>
      {log.note ? <span className="max-w-md whitespace-pre-line break-words text-sm">“{log.note}”</span> : null}
      {log.correctionReason ? (
        <span className="text-sm">
          <Badge tone="teal">Correction</Badge> {log.correctionReason}
        </span>
      ) : null}
      {log.replacedById ? <Badge>Corrected later</Badge> : null}
    </span>
  );
}

function Pain({ log }: { log: PatientLog }) {
  const isOver = log.painNrs !== null && log.painNrs > log.painCeiling;
  return (
    <>
      <Score value={log.painNrs} />
      {isOver ? <span className="block whitespace-nowrap text-caution text-xs">limit {log.painCeiling}</span> : null}
    </>
  );
}

function Score({ value }: { value: number | null }) {
  if (value !== null) return <span className="numeric font-semibold">{value}</span>;
  return (
    <span className="text-ink-soft">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not answered</span>
    </span>
  );
}
