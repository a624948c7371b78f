import { SparkLine } from "@/components/charts/spark-line";
import { type Column, Table } from "@/components/ui/table";
import { type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { painInWords, positionInWords } from "@/lib/progress/person-words";
import type { WorklistEntry } from "@/lib/progress/worklist-entry";
import { ReasonsList } from "./reasons-list";
import { RowLink } from "./row-link";

const NAME: Column<WorklistEntry> = {
  key: "name",
  header: "Patient",
  primary: true,
  cell: (entry) => <RowLink patientId={entry.id} name={entry.name} />,
};

const REASONS: Column<WorklistEntry> = {
  key: "reasons",
  header: "Why",
  cell: (entry) => <ReasonsList reasons={entry.reasons} />,
};

const REST: Column<WorklistEntry>[] = [
  {
    key: "pain",
    header: "Pain, 8 weeks",
    cell: (entry) =>
      entry.spark.every((mean) => mean === null) ? (
        <span className="text-ink-soft">No answers</span>
      ) : (
        <SparkLine values={entry.spark} label={sparkInWords(entry.spark)} />
      ),
  },
  { key: "last", header: "Last log", cell: (entry) => agoInWords(entry.lastLogOn, entry.today) },
  { key: "plan", header: "Plan", cell: (entry) => positionInWords(entry.position) },
];

export type WorklistTableProps = { caption: string; entries: readonly WorklistEntry[]; withReasons: boolean };

/** One row a patient: why, how pain went, when the last log came, and where they are in the plan. */
export function WorklistTable({ caption, entries, withReasons }: WorklistTableProps) {
  return (
    <Table
      caption={caption}
      columns={withReasons ? [NAME, REASONS, ...REST] : [NAME, ...REST]}
      rows={entries}
      rowKey={(entry) => entry.id}
    />
  );
}

function sparkInWords(spark: WorklistEntry["spark"]) {
  const known = spark.filter((mean) => mean !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return "No answers";
  return known.length === 1
    ? `Average pain ${painInWords(last)} of 10`
    : `Average pain of a week from ${painInWords(first)} to ${painInWords(last)} of 10`;
}

/** "Today", "Yesterday", "9 days ago", or "Never". */
export function agoInWords(day: CalendarDay | null, today: CalendarDay) {
  if (day === null) return "Never";
  const days = daysBetween(day, today);
  if (days <= 0) return "Today";
  return days === 1 ? "Yesterday" : `${days} days ago`;
}
