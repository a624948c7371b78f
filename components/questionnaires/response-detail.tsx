import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { type Column, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/calendar";
import { displayScore } from "@/lib/questionnaires/interpretation";
import type {
  ResponseDetail as Detail,
  DetailItem,
  DetailPart,
  DetailScore,
} from "@/lib/questionnaires/response-detail";

/** One sent questionnaire as a clinician reads it: the scores, then each answer against the one before. */
export function ResponseDetail({ response }: { response: Detail }) {
  const { title, versionNumber, submittedOn, minutesTaken, missing, count, parts, total, previousOn } = response;
  const direction = response.direction === "lower-is-better" ? "lower is better" : "higher is better";
  const rows: ScoreRow[] = parts.flatMap(({ id, title: name, score, items }) =>
    score ? [{ id, title: name, score, count: items.length }] : [],
  );
  if (total) rows.push({ id: "total", title: "Total", score: total, count });
  return (
    <article className="grid gap-3">
      <header>
        <h3 className="text-lg">
          {title}, {formatDay(submittedOn)}
        </h3>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
          <span>Version {versionNumber}</span>
          <span>{timeTaken(minutesTaken)}</span>
          <span>{previousOn ? `Changes since ${formatDay(previousOn, "short")}` : "First answers"}</span>
          {missing > 0 ? (
            <Badge tone="caution">
              {missing} of {count} not answered
            </Badge>
          ) : (
            <Badge>All {count} answered</Badge>
          )}
          {response.isCorrected ? <Badge>Replaced by a correction</Badge> : null}
        </div>
      </header>
      <Table
        caption={`Scores, 0 to 100, ${direction}`}
        columns={SCORE_COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">No scores were kept.</p>}
      />
      <Disclosure summary="Every answer">
        <div className="grid gap-6">
          {parts.map((part) => (
            <PartTable key={part.id} part={part} />
          ))}
        </div>
      </Disclosure>
    </article>
  );
}

type ScoreRow = { id: string; title: string; score: DetailScore; count: number };

const SCORE_COLUMNS: readonly Column<ScoreRow>[] = [
  { key: "part", header: "Part", primary: true, cell: ({ title }) => title },
  { key: "score", header: "Score", align: "end", cell: ({ score }) => <Shown score={score} /> },
  { key: "raw", header: "Raw", align: "end", cell: ({ score }) => <Raw score={score} /> },
  {
    key: "answered",
    header: "Answered",
    align: "end",
    cell: ({ score: { answered, imputed }, count }) => (
      <span className="numeric">
        {answered} of {count}
        {imputed > 0 ? `, ${imputed} by the mean` : ""}
      </span>
    ),
  },
];

function Shown({ score: { shown, reason } }: { score: DetailScore }) {
  if (shown === null) return <span className="text-ink-soft">Not scored: {reason}</span>;
  return <span className="numeric font-semibold">{displayScore(shown)}</span>;
}

function Raw({ score: { raw, rawMax } }: { score: DetailScore }) {
  if (raw === null) return <span className="text-ink-soft">none</span>;
  return (
    <span className="numeric">
      {Number(raw.toFixed(2))} of {rawMax}
    </span>
  );
}

const ITEM_COLUMNS: readonly Column<DetailItem>[] = [
  { key: "question", header: "Question", primary: true, cell: ({ text }) => text },
  {
    key: "answer",
    header: "Answer",
    cell: ({ value, label }) =>
      value === null ? (
        <span className="text-caution">Not answered</span>
      ) : (
        <span className="numeric">
          {value}, {label}
        </span>
      ),
  },
  {
    key: "before",
    header: "Before",
    align: "end",
    cell: ({ previous }) => <span className="numeric">{previous ?? "none"}</span>,
  },
  { key: "change", header: "Change", align: "end", cell: ({ change }) => changeWords(change) },
];

function PartTable({ part }: { part: DetailPart }) {
  return <Table caption={part.title} columns={ITEM_COLUMNS} rows={part.items} rowKey={({ id }) => id} />;
}

/** Values of an item run from best to worst. */
function changeWords(change: number | null) {
  if (change === null) return <span className="text-ink-soft">nothing to compare</span>;
  if (change === 0) return "same";
  return change > 0 ? `${change} worse` : `${-change} better`;
}

function timeTaken(minutes: number) {
  if (minutes < 1) return "Took under a minute";
  if (minutes < 120) return `Took ${Math.round(minutes)} minutes`;
  const hours = minutes / 60;
  return hours < 48
    ? `Sent ${Math.round(hours)} hours after it was opened`
    : `Sent ${Math.round(hours / 24)} days after it was opened`;
}
