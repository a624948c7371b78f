import { Disclosure } from "@/components/ui/disclosure";
import { type Column, Table } from "@/components/ui/table";
import { bandForClinician } from "@/lib/questionnaires/band-words";
import { displayScore, improvement } from "@/lib/questionnaires/interpretation";
import type { ResponseDetail as Detail, DetailScore } from "@/lib/questionnaires/response-detail";
import type { Direction } from "@/lib/questionnaires/vocabulary";

/** The scores of one response, each against the response before, and what is published about such changes. */
export function ResponseScores({ response }: { response: Detail }) {
  const { scores, direction } = response;
  if (scores.length === 0) return <p className="text-ink-soft">This questionnaire has no scores.</p>;
  return (
    <>
      <Table
        caption={`Scores, ${direction === "lower-is-better" ? "lower is better" : "higher is better"}`}
        columns={columnsOf(direction)}
        rows={scores}
        rowKey={({ id }) => id}
      />
      <References scores={scores} />
    </>
  );
}

function columnsOf(direction: Direction): Column<DetailScore>[] {
  return [
    { key: "part", header: "Part", primary: true, cell: ({ title }) => title },
    { key: "score", header: "Score", align: "end", cell: (score) => <Shown score={score} /> },
    { key: "before", header: "Before", align: "end", cell: (score) => <Before score={score} /> },
    { key: "change", header: "Change", align: "end", cell: (score) => changeWords(score, direction) },
    { key: "raw", header: "Raw", align: "end", cell: (score) => <Raw score={score} /> },
    { key: "answered", header: "Answered", align: "end", cell: (score) => <Answered score={score} /> },
  ];
}

function Shown({ score: { shown, least, most, reason, band } }: { score: DetailScore }) {
  if (shown === null) return <span className="text-ink-soft">Not scored: {reason ?? "no score was kept"}</span>;
  return (
    <span>
      <span className="numeric font-semibold">{displayScore(shown, { least, most })}</span>
      <span className="numeric text-ink-soft">{least === 0 ? ` of ${most}` : ` (${least} to ${most})`}</span>
      {band === null ? null : <span className="block text-ink-soft text-sm">“{bandForClinician(band)}”</span>}
    </span>
  );
}

function Before({ score: { previous, least, most } }: { score: DetailScore }) {
  if (previous === null) return <span className="text-ink-soft">none</span>;
  return <span className="numeric">{displayScore(previous, { least, most })}</span>;
}

const WHY_NOT = {
  "asked-otherwise": "not compared: asked in another way before",
  "other-activities": "not compared: other activities before",
};

function changeWords({ shown, previous, least, most, whyNot }: DetailScore, direction: Direction) {
  if (shown !== null && whyNot !== null) return <span className="text-ink-soft">{WHY_NOT[whyNot]}</span>;
  if (shown === null || previous === null) return <span className="text-ink-soft">nothing to compare</span>;
  const ends = { least, most };
  const gain = improvement(displayScore(shown, ends), displayScore(previous, ends), direction);
  const points = displayScore(gain, ends);
  if (points === 0) return "same";
  return <span className="numeric">{points > 0 ? `${points} better` : `${-points} worse`}</span>;
}

function Raw({ score: { raw, rawMin, rawMax } }: { score: DetailScore }) {
  if (raw === null) return <span className="text-ink-soft">none</span>;
  return (
    <span className="numeric">
      {Number(raw.toFixed(2))} {rawMin === 0 ? `of ${rawMax}` : `(${rawMin} to ${rawMax})`}
    </span>
  );
}

function Answered({ score: { answered, count, imputed } }: { score: DetailScore }) {
  return (
    <span className="numeric">
      {answered} of {count}
      {imputed > 0 ? `, ${imputed} by the mean` : ""}
    </span>
  );
}

function References({ scores }: { scores: readonly DetailScore[] }) {
  const withReferences = scores.filter(({ references }) => references.length > 0);
  if (withReferences.length === 0) return null;
  return (
    <Disclosure summary="Published figures" className="text-sm">
      {withReferences.map(({ id, title, references }) => (
        <div key={id} className="mb-3">
          <h4 className="font-semibold text-sm">{title}</h4>
          <ul className="measure list-disc ps-5">
            {references.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </Disclosure>
  );
}
