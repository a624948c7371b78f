import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/calendar";
import type { PastLine } from "@/lib/questionnaires/past-report";
import { inThousands, type PastFindings } from "./past-results-steps";

const STATES = {
  new: { tone: "good", words: "New", title: "To bring in" },
  known: { tone: "neutral", words: "Already there", title: "Already in the portal" },
  wrong: { tone: "caution", words: "Wrong", title: "To put right" },
} as const satisfies Record<PastLine["state"], { tone: string; words: string; title: string }>;

const COLUMNS: readonly Column<PastLine>[] = [
  {
    key: "line",
    header: "Line",
    primary: true,
    cell: ({ line }) => (
      <span className="numeric">
        <span className="md:hidden">Line </span>
        {line}
      </span>
    ),
  },
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

function State({ row: { state, problems } }: { row: PastLine }) {
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

/** The first lines of each outcome, wrong ones first, and how many more there are. */
export function PastResultsTables({ found: { outcomes } }: { found: PastFindings }) {
  return outcomes.map(({ state, count, lines }) =>
    count === 0 ? null : (
      <div key={state}>
        <Table
          caption={`${STATES[state].title}: ${inThousands(count)}`}
          columns={COLUMNS}
          rows={lines}
          rowKey={({ line }) => String(line)}
          className="text-sm"
        />
        {count > lines.length ? (
          <p className="mt-3 text-ink-soft">
            And {inThousands(count - lines.length)} more. The whole list has every line.
          </p>
        ) : null}
      </div>
    ),
  );
}
