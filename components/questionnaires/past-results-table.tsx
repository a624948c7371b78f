import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/calendar";
import type { PastRow } from "@/lib/questionnaires/past-results";
import { rowsShown } from "./past-results-steps";

const STATES = {
  new: { tone: "good", words: "New" },
  known: { tone: "neutral", words: "Already there" },
  wrong: { tone: "caution", words: "Wrong" },
} as const satisfies Record<PastRow["state"], { tone: string; words: string }>;

const COLUMNS: readonly Column<PastRow>[] = [
  { key: "line", header: "Line", primary: true, cell: ({ line }) => <span className="numeric">{line}</span> },
  {
    key: "patient",
    header: "Patient",
    cell: ({ patientName, reference }) => <bdi className="break-words">{patientName ?? reference}</bdi>,
  },
  { key: "day", header: "Day", cell: ({ answeredOn }) => (answeredOn ? formatDay(answeredOn, "short") : "–") },
  {
    key: "answered",
    header: "Answered",
    cell: ({ answered, count }) => (
      <span className="numeric">
        {answered} of {count}
      </span>
    ),
  },
  { key: "scores", header: "Scores", cell: ({ scores }) => (scores.length > 0 ? scores.join("; ") : "–") },
  { key: "state", header: "What happens", cell: (row) => <State row={row} /> },
];

function State({ row: { state, problems } }: { row: PastRow }) {
  const { tone, words } = STATES[state];
  return (
    <div>
      <Badge tone={tone}>{words}</Badge>
      {problems.length > 0 ? (
        <ul className="mt-1 grid gap-0.5">
          {problems.map(({ column, message }) => (
            <li key={`${column} ${message}`} className="break-words">
              <span className="font-semibold">{column}:</span> {message}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What each line of a file would do, those that cannot be brought in first. */
export function PastResultsTable({ rows }: { rows: readonly PastRow[] }) {
  const { shown, more, moreWrong } = rowsShown(rows);
  return (
    <>
      <Table
        caption="What each line would do"
        hideCaption
        columns={COLUMNS}
        rows={shown}
        rowKey={({ line }) => String(line)}
        className="text-sm"
      />
      {more > 0 ? (
        <p className="mt-3 text-ink-soft">
          {more === 1 ? "1 more line is" : `${more} more lines are`} not shown
          {moreWrong > 0 ? `, ${moreWrong} of them wrong` : ""}.
        </p>
      ) : null}
    </>
  );
}
