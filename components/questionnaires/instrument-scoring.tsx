import { type Column, Table } from "@/components/ui/table";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { type ScoredLine, scoredLines, scoringNotes } from "./instrument-words";

const COLUMNS: readonly Column<ScoredLine>[] = [
  { key: "title", header: "Score", primary: true, cell: ({ title }) => title },
  { key: "made", header: "Made of", cell: ({ made }) => made },
  { key: "needed", header: "Fewest answers", cell: ({ needed }) => needed },
  { key: "range", header: "Runs from", cell: ({ range }) => range },
  { key: "meaning", header: "A high number means", cell: ({ meaning }) => meaning },
];

/** How answers become scores, in words. */
export function InstrumentScoring({ instrument }: { instrument: Instrument }) {
  const lines = scoredLines(instrument);
  return (
    <section aria-labelledby="scored">
      <h2 id="scored" className="mb-2 text-xl">
        How it is scored
      </h2>
      {lines.length === 0 ? (
        <p className="measure mb-2">It gives no score: its answers are read one by one.</p>
      ) : (
        <Table
          caption="The scores it gives"
          hideCaption
          columns={COLUMNS}
          rows={lines}
          rowKey={({ id }) => id}
          className="mb-3 text-sm"
        />
      )}
      <ul className="measure grid list-disc gap-1 ps-5">
        {scoringNotes(instrument).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
